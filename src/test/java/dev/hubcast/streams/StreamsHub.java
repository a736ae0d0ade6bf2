package dev.hubcast.streams;

import dev.hubcast.ClientMethod;
import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubException;
import dev.hubcast.conformance.Folding;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Streams in both directions, and questions to clients. */
@Hub(name = "streams", client = StreamsHub.Client.class)
@ServerEndpoint("/hubs/streams")
public class StreamsHub {

    /** What clients may be asked. */
    public interface Client {

        @ClientMethod("Confirm")
        CompletionStage<Boolean> confirm(String question);
    }

    @Inject
    HubContext<StreamsHub> hub;

    @Inject
    Producers producers;

    @Inject
    Pending pending;

    public Stream<Integer> count(int upTo) {
        return IntStream.range(0, upTo).boxed();
    }

    public Stream<Long> endless(long pauseMillis) {
        return producers.stream(pauseMillis);
    }

    public Stream<String> flood(int bytes) {
        String padding = "x".repeat(bytes);
        return producers.stream(0).map(number -> number + padding);
    }

    public Flow.Publisher<String> waiting() {
        return producers.publisher();
    }

    public Stream<Integer> failAfter(int items) {
        return IntStream.rangeClosed(0, items).mapToObj(number -> {
            if (number == items) {
                throw new HubException("no more");
            }
            return number;
        });
    }

    public CompletionStage<Integer> sum(Flow.Publisher<Integer> numbers) {
        return Folding.of(numbers, 0, Integer::sum);
    }

    /** Never listens, and is over when somebody cancels it. */
    public CompletionStage<String> holdUp(Flow.Publisher<String> texts) {
        return pending.add();
    }

    public Flow.Publisher<String> echoStream(Flow.Publisher<String> texts) {
        return texts;
    }

    public CompletionStage<String> never() {
        return pending.add();
    }

    /** Keeps its thread until the client has answered. */
    public String askAndWait(HubCaller caller, String question) {
        return "client said " + caller.client().invoke(String.class, "answer", question).toCompletableFuture().join();
    }

    public CompletionStage<String> askOther(String connectionId, String question) {
        return hub.clients().client(connectionId).within(Duration.ofSeconds(20)).invoke(String.class, "answer", question)
                .handle((answer, failure) -> failure == null ? "client said " + answer : failure.getClass().getSimpleName());
    }

    public CompletionStage<Boolean> confirm(HubCaller caller, String question) {
        return caller.client(Client.class).confirm(question);
    }

    public String id(HubCaller caller) {
        return caller.connectionId();
    }

    public int openProducers() {
        return producers.open();
    }

    public long pulled() {
        return producers.pulled();
    }

    public int pendingStages() {
        return pending.count();
    }

    public String echo(String text) {
        return text;
    }
}
