package dev.hubcast.connection;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Sees to it that nothing is held back while a hub method takes its time: every few milliseconds, while there are bursts, it writes what
 * they hold. One task for the whole server, none while it is idle.
 */
final class BurstWatch {

    private static final long PERIOD_MILLIS = 5;

    private final ScheduledExecutorService clock;
    private final LongSupplier nanoTime;
    private final Queue<Burst> bursts = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    BurstWatch(ScheduledExecutorService clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** The time by which bursts measure how long they hold back. */
    long nanoTime() {
        return nanoTime.getAsLong();
    }

    void add(Burst burst) {
        bursts.add(burst);
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            clock.schedule(this::look, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        scheduled.set(false);
        bursts.removeIf(burst -> !burst.writeMeanwhile());
        if (!bursts.isEmpty()) {
            schedule();
        }
    }
}
