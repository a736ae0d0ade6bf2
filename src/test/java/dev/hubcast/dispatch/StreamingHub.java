package dev.hubcast.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubException;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Peer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Streams of every kind, and what became of them. */
@Hub
@ServerEndpoint("/a")
class StreamingHub {

    static final List<String> NOTED = new CopyOnWriteArrayList<>();
    static volatile CompletableFuture<Stream<String>> pending;
    static volatile CompletableFuture<String> never;
    static volatile SubmissionPublisher<Integer> publisher;
    static final AtomicInteger PULLED = new AtomicInteger();
    static final AtomicInteger WAITING = new AtomicInteger();

    /** Before each test. */
    static void reset() {
        NOTED.clear();
        PULLED.set(0);
        WAITING.set(0);
        pending = new CompletableFuture<>();
        never = new CompletableFuture<>();
        publisher = new SubmissionPublisher<>();
    }

    public Stream<Integer> count(int upTo) {
        return IntStream.range(0, upTo).boxed().onClose(() -> NOTED.add("closed"));
    }

    public Flow.Publisher<Integer> countByPublisher(int upTo) {
        return subscriber -> subscriber.onSubscribe(new Counting(subscriber, upTo));
    }

    public CompletionStage<Stream<Integer>> countLater(int upTo) {
        return CompletableFuture.supplyAsync(() -> count(upTo));
    }

    public CompletionStage<? extends Flow.Publisher<Integer>> countByPublisherLater(int upTo) {
        return CompletableFuture.supplyAsync(() -> countByPublisher(upTo));
    }

    public Stream<Integer> endless() {
        return Stream.iterate(0, i -> i + 1).peek(i -> PULLED.incrementAndGet()).onClose(() -> NOTED.add("closed"));
    }

    /** Gives one item, then waits until somebody interrupts it. */
    public Stream<Integer> stuck() {
        return Stream.iterate(0, i -> i + 1).peek(i -> {
            if (i > 0) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    NOTED.add("interrupted");
                    throw new IllegalStateException(e);
                }
            }
        }).onClose(() -> NOTED.add("closed"));
    }

    public Flow.Publisher<Integer> published() {
        return publisher;
    }

    /** Has nothing to give. */
    public Flow.Publisher<Integer> silent() {
        return subscriber -> subscriber.onSubscribe(new Counting(subscriber, Integer.MAX_VALUE) {
            @Override
            public void request(long n) {}
        });
    }

    public CompletionStage<Stream<String>> whenever() {
        WAITING.incrementAndGet();
        return pending;
    }

    public Stream<Integer> fail() {
        throw new HubException("no stream");
    }

    public Stream<Integer> failAmidst() {
        return Stream.concat(Stream.of(1), Stream.of(2).peek(i -> {
            throw new HubException("counted");
        }));
    }

    public CompletionStage<Stream<Integer>> stuckAtOnce() {
        return CompletableFuture.completedFuture(stuck());
    }

    /** Gives more than anybody has asked for. */
    public Flow.Publisher<String> pushing() {
        return subscriber -> {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long n) {}

                @Override
                public void cancel() {
                    NOTED.add("cancelled");
                }
            });
            for (int i = 0; i < 100; i++) {
                subscriber.onNext("x".repeat(100_000));
            }
        };
    }

    public CompletionStage<String> never() {
        return never;
    }

    public Flow.Publisher<Integer> failByPublisher() {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                subscriber.onError(new IllegalStateException("a secret"));
            }

            @Override
            public void cancel() {
                NOTED.add("cancelled");
            }
        });
    }

    public Stream<Integer> nothing() {
        return null;
    }

    public Stream<Object> unwritable() {
        return Stream.of(new Unwritable());
    }

    public Stream<String> whoCalls(HubCaller caller) {
        return Stream.of(1).map(i -> caller.userName() + " " + CallScope.currentCaller().userName());
    }

    @RolesAllowed("admin")
    public Stream<Integer> forAdmins() {
        return Stream.of(1);
    }

    public String echo(String text) {
        return text;
    }

    static void noted(String... events) {
        Eventually.holds(() -> assertThat(NOTED).containsExactlyInAnyOrder(events));
    }

    static void nothingRuns(Peer peer) {
        Eventually.holds(() -> assertThat(peer.connection().running().streamingCount()).isZero());
    }

    /** Cannot be written. */
    public static class Unwritable {

        public String getText() {
            throw new IllegalStateException("cannot be read");
        }
    }

    /** Signals within the request, as deep as it is asked. */
    private static class Counting implements Flow.Subscription {

        private final Flow.Subscriber<? super Integer> subscriber;
        private final int upTo;
        private int next;

        Counting(Flow.Subscriber<? super Integer> subscriber, int upTo) {
            this.subscriber = subscriber;
            this.upTo = upTo;
        }

        @Override
        public void request(long n) {
            for (long i = 0; i < n && next < upTo; i++) {
                subscriber.onNext(next++);
            }
            if (next == upTo) {
                next++;
                subscriber.onComplete();
            }
        }

        @Override
        public void cancel() {
            NOTED.add("cancelled");
        }
    }
}
