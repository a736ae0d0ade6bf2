package dev.hubcast.javaclient;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.server.ServerEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the official Java client is used for: answers, errors, groups, messages to one and to all. */
@Hub(name = "post")
@ServerEndpoint("/hubs/post")
public class PostHub {

    @Inject
    HubContext<PostHub> hub;

    public String echo(String text) {
        return text;
    }

    public int weigh(List<Parcel> parcels) {
        return (int) parcels.stream().mapToDouble(parcel -> parcel.kilograms).sum();
    }

    public Parcel stamp(Parcel parcel, String stamp) {
        parcel.stamps = new ArrayList<>(parcel.stamps);
        parcel.stamps.add(stamp);
        return parcel;
    }

    public CompletionStage<String> later(String text) {
        return CompletableFuture.supplyAsync(() -> text, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
    }

    public Stream<Parcel> parcels(int count) {
        return IntStream.range(0, count).mapToObj(number -> Parcel.of("Oslo", number));
    }

    public Stream<Integer> lost(int after) {
        return IntStream.rangeClosed(0, after).mapToObj(number -> {
            if (number == after) {
                throw new HubException("Lost in the post.");
            }
            return number;
        });
    }

    /** Says one thing, and tells the caller when it is cancelled. */
    public Flow.Publisher<String> tracking(HubCaller caller) {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {

            private boolean said;

            @Override
            public void request(long n) {
                if (!said) {
                    said = true;
                    subscriber.onNext("on its way");
                }
            }

            @Override
            public void cancel() {
                caller.client().send("told", "tracking", "cancelled");
            }
        });
    }

    /** Tells the caller each weight. */
    public CompletionStage<Double> weighAll(HubCaller caller, Flow.Publisher<Parcel> parcels) {
        CompletableFuture<Double> sum = new CompletableFuture<>();
        DoubleAdder soFar = new DoubleAdder();
        parcels.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
                caller.client().send("told", "scale", "ready");
            }

            @Override
            public void onNext(Parcel parcel) {
                soFar.add(parcel.kilograms);
                caller.client().send("told", "scale", String.valueOf(parcel.kilograms));
            }

            @Override
            public void onError(Throwable failure) {
                sum.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                sum.complete(soFar.sum());
            }
        });
        return sum;
    }

    public CompletionStage<String> sign(HubCaller caller, Parcel parcel) {
        return caller.client().invoke(String.class, "signature", parcel).thenApply(name -> "signed by " + name);
    }

    public void drop(HubCaller caller, Parcel parcel) {
        caller.client().send("dropped", parcel.to, parcel);
    }

    public void join(HubCaller caller, String group) {
        hub.groups().add(caller, group);
    }

    public void leave(HubCaller caller, String group) {
        hub.groups().remove(caller, group);
    }

    public void tell(String group, String text) {
        hub.clients().group(group).send("told", group, text);
    }

    public void tellOthers(HubCaller caller, String text) {
        caller.others().send("told", "others", text);
    }

    public void refuse() {
        throw new HubException("No parcels on Sundays.");
    }

    public void fail() {
        throw new IllegalStateException("the safe's number is 42");
    }

    public String header(HubCaller caller, String name) {
        return caller.request().header(name);
    }

    public String whoAmI(HubCaller caller) {
        return caller.userName();
    }

    public String connectionId(HubCaller caller) {
        return caller.connectionId();
    }

    @RolesAllowed("writer")
    public String write() {
        return "written";
    }

    public String transport(HubCaller caller) {
        return caller.transport().wireName();
    }

    public void hangUp(HubCaller caller) {
        caller.abort();
    }

    @OnClose
    void closed(HubCaller caller, CloseReason reason) {
        hub.clients().group("watchers").send("left", caller.connectionId(), reason.getCloseCode().getCode());
    }
}
