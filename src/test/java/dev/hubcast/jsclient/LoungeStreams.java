package dev.hubcast.jsclient;

import dev.hubcast.HubCaller;
import dev.hubcast.HubException;
import dev.hubcast.HubMethod;
import dev.hubcast.conformance.Folding;
import dev.hubcast.conformance.Item;
import dev.hubcast.itest.ObservedHub;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Streams and questions for the scenarios of the JavaScript client. */
public abstract class LoungeStreams extends ObservedHub {

    @HubMethod
    public Stream<Integer> count(int upTo) {
        return IntStream.range(0, upTo).boxed();
    }

    @HubMethod
    public Stream<Item> items(String name, int upTo) {
        return IntStream.range(0, upTo).mapToObj(number -> new Item(name + number, number, null, null));
    }

    @HubMethod
    public Stream<Integer> countThenThrow(int upTo) {
        return IntStream.rangeClosed(0, upTo).mapToObj(number -> {
            if (number == upTo) {
                throw new HubException("counted");
            }
            return number;
        });
    }

    /** Says one thing, and tells the caller when it is cancelled. */
    @HubMethod
    public Flow.Publisher<Integer> endless(HubCaller caller) {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {

            private boolean said;

            @Override
            public void request(long n) {
                if (!said) {
                    said = true;
                    subscriber.onNext(0);
                }
            }

            @Override
            public void cancel() {
                caller.client().send("stopped", "endless");
            }
        });
    }

    @HubMethod
    public CompletionStage<Integer> sum(Flow.Publisher<Integer> numbers) {
        return Folding.of(numbers, 0, Integer::sum);
    }

    @HubMethod
    public Flow.Publisher<String> echoStream(Flow.Publisher<String> texts) {
        return texts;
    }

    @HubMethod
    public CompletionStage<String> askClient(HubCaller caller, String question) {
        return caller.client().invoke(String.class, "answer", question).thenApply(answer -> "client said " + answer);
    }
}
