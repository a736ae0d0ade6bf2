package dev.hubcast.connection;

import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The outboxes that one worker thread has filled but not yet written, so that answers to records that came together leave together, and
 * broadcasts that follow each other reach each recipient in one message.
 *
 * <p>A burst ends when its thread has worked through what came in, or, at a call's end, after {@link #LONGEST_NANOS}. A call that takes
 * long does not hold back what it and those before it sent: {@link BurstWatch} writes that meanwhile. The watch reads {@code count} and
 * {@code held} without a lock; what it sees may be stale, and writing an outbox once too often does nothing.
 */
final class Burst {

    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final Outbox[] NONE = {};
    private static final int FIRST_ROOM = 16;
    /** From here on room is made by forgetting repetitions first. */
    private static final int MANY = 16_384;

    private static final ThreadLocal<Burst> CURRENT = new ThreadLocal<>();

    private final BurstWatch watch;
    private volatile Outbox[] held = NONE;
    private volatile int count;
    private long since;

    private Burst(BurstWatch watch) {
        this.watch = watch;
    }

    /** Runs work of which each step that is over is followed by a call of {@link #stepDone}. */
    static void run(BurstWatch watch, Runnable work) {
        Burst burst = new Burst(watch);
        CURRENT.set(burst);
        try {
            work.run();
        } finally {
            CURRENT.remove();
            burst.letGo();
        }
    }

    /** Runs work on the calling thread, and has others write what it sends; within a burst that one does. */
    static void run(BurstWatch watch, Executor writers, Runnable work) {
        if (CURRENT.get() != null) {
            work.run();
            return;
        }
        Burst burst = new Burst(watch);
        CURRENT.set(burst);
        try {
            work.run();
        } finally {
            CURRENT.remove();
            if (burst.count > 0) {
                writers.execute(burst::letGo);
            }
        }
    }

    /** Whether the calling thread is in a burst, which then writes the outbox later. */
    static boolean holdsBack(Outbox outbox) {
        Burst burst = CURRENT.get();
        if (burst == null) {
            return false;
        }
        if (outbox.holdBackFor(burst)) {
            burst.remember(outbox);
        }
        return true;
    }

    /** Between two steps of the work. */
    static void stepDone() {
        Burst burst = CURRENT.get();
        if (burst != null && burst.count > 0 && burst.watch.nanoTime() - burst.since > LONGEST_NANOS) {
            burst.letGo();
        }
    }

    private void remember(Outbox outbox) {
        int at = count;
        if (at == 0) {
            since = watch.nanoTime();
        }
        if (at == held.length) {
            at = makeRoom(at);
        }
        held[at] = outbox;
        count = at + 1;
        if (at == 0) {
            watch.add(this); // not before: the watch forgets a burst that holds nothing
        }
    }

    /** What another burst holds too is remembered once for each record, which adds up in a call that takes long. */
    private int makeRoom(int full) {
        Outbox[] kept = full < MANY ? held : Arrays.stream(held).distinct().toArray(Outbox[]::new);
        held = Arrays.copyOf(kept, Math.max(FIRST_ROOM, 2 * kept.length));
        return kept.length;
    }

    /** A write may have its thread send more, which is not in the way of what is written now. */
    private void letGo() {
        Outbox[] outboxes = held;
        int all = count;
        count = 0;
        held = NONE;
        for (int i = 0; i < all; i++) {
            outboxes[i].letGo(this);
        }
    }

    /** How many outboxes the calling thread's burst remembers, those that it remembers again and again among them. */
    static int remembered() {
        Burst burst = CURRENT.get();
        return burst == null ? 0 : burst.count;
    }

    /** Writes what is held back by now; called by the watch. Answers whether there was anything. */
    boolean writeMeanwhile() {
        int all = count;
        Outbox[] outboxes = held;
        for (int i = 0; i < Math.min(all, outboxes.length); i++) {
            Outbox outbox = outboxes[i];
            if (outbox != null) {
                outbox.write();
            }
        }
        return all > 0;
    }
}
