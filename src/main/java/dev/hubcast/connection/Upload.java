package dev.hubcast.connection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/**
 * A stream that a client uploads, as its hub method sees it: a publisher for one subscriber, which holds what the subscriber has not asked
 * for yet, up to its capacity. Signals come one after another, from the executor. Safe for use by any number of threads.
 */
public final class Upload implements Flow.Publisher<Object> {

    private static final Logger LOG = System.getLogger(Upload.class.getName());

    private final int capacity;
    private final Executor signals;
    private final Runnable subscribed;
    private final Deque<Object> buffer = new ArrayDeque<>();
    private Flow.Subscriber<? super Object> subscriber;
    private long demand;
    /** Whether the subscriber may be signalled: it has its subscription and has not heard the last. */
    private boolean listening;
    private boolean signalling;
    /** Nobody wants the items that still come. */
    private boolean unwanted;
    private boolean ended;
    private Throwable failure;
    /** Completed when the buffer has room again, null while it has. */
    private CompletableFuture<Void> room;

    Upload(int capacity, Executor signals, Runnable subscribed) {
        this.capacity = capacity;
        this.signals = signals;
        this.subscribed = subscribed;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Object> wanted) {
        Objects.requireNonNull(wanted, "subscriber");
        if (!takes(wanted)) {
            wanted.onSubscribe(new Demand(false));
            wanted.onError(new IllegalStateException("What a client uploads has one subscriber."));
            return;
        }
        subscribed.run();
        wanted.onSubscribe(new Demand(true));
        synchronized (this) {
            listening = true;
        }
        signal();
    }

    private synchronized boolean takes(Flow.Subscriber<? super Object> wanted) {
        if (subscriber != null) {
            return false;
        }
        subscriber = wanted;
        return true;
    }

    /** An item has come. Answers null, or, if it is one more than there is room for, a stage that completes when there is room again. */
    CompletionStage<?> add(Object item) {
        CompletableFuture<Void> full;
        synchronized (this) {
            if (ended || unwanted) {
                return null;
            }
            buffer.add(item);
            if (buffer.size() > capacity && room == null) {
                room = new CompletableFuture<>();
            }
            full = room;
        }
        signal();
        return full;
    }

    /** No more items come; those that are here are still delivered, and then the failure, if there is one. Only the first end counts. */
    void end(Throwable why) {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            failure = why;
            waiting = takeRoom();
        }
        signal();
        thereIsRoom(waiting);
    }

    private void stop() {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            unwanted = true;
            listening = false;
            buffer.clear();
            waiting = takeRoom();
        }
        thereIsRoom(waiting);
    }

    /** With the lock: what waits for room, null if nothing does. */
    private CompletableFuture<Void> takeRoom() {
        CompletableFuture<Void> waiting = room;
        room = null;
        return waiting;
    }

    private static void thereIsRoom(CompletableFuture<Void> waiting) {
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    private void signal() {
        synchronized (this) {
            if (signalling || !hasSignal()) {
                return;
            }
            signalling = true;
        }
        signals.execute(this::signalAll);
    }

    /** With the lock. */
    private boolean hasSignal() {
        return listening && (buffer.isEmpty() ? ended : demand > 0);
    }

    private void signalAll() {
        for (Runnable next = next(); next != null; next = next()) {
            try {
                next.run();
            } catch (RuntimeException | Error e) { // rule 2.13: the subscriber counts as one that has cancelled
                LOG.log(Level.ERROR, "The subscriber of an upload failed.", e);
                stop();
            }
        }
    }

    private Runnable next() {
        CompletableFuture<Void> waiting;
        Runnable signal;
        synchronized (this) {
            if (!hasSignal()) {
                signalling = false;
                return null;
            }
            if (buffer.isEmpty()) {
                listening = false;
                return failure == null ? subscriber::onComplete : () -> subscriber.onError(failure);
            }
            Object item = buffer.poll();
            demand -= demand == Long.MAX_VALUE ? 0 : 1;
            signal = () -> subscriber.onNext(item);
            waiting = takeRoom();
        }
        thereIsRoom(waiting);
        return signal;
    }

    /** What the subscriber asks for; of one that came too late, nothing. */
    private final class Demand implements Flow.Subscription {

        private final boolean counts;

        Demand(boolean counts) {
            this.counts = counts;
        }

        @Override
        public void request(long more) {
            if (!counts) {
                return;
            }
            synchronized (Upload.this) {
                if (more > 0) {
                    demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
                } else { // rule 3.9
                    buffer.clear();
                    ended = true;
                    failure = new IllegalArgumentException("A subscriber asks for one item at least.");
                }
            }
            signal();
        }

        @Override
        public void cancel() {
            if (counts) {
                stop();
            }
        }
    }
}
