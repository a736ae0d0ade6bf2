package dev.hubcast.connection;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Sees to it that nothing is held back for long: every few milliseconds, while there are bursts or items that wait for others, it writes what
 * they hold. One task for the whole server, none while it is idle.
 */
final class BurstWatch {

    private static final long PERIOD_MILLIS = 5;

    private final ScheduledExecutorService clock;
    private final LongSupplier nanoTime;
    private final Queue<Burst> bursts = new ConcurrentLinkedQueue<>();
    private final Set<Outbox> soon = ConcurrentHashMap.newKeySet();
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

    /** Writes, once, what an outbox holds by then. */
    void writeSoon(Outbox outbox) {
        if (soon.add(outbox)) {
            schedule();
        }
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            clock.schedule(this::look, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        scheduled.set(false);
        for (Outbox outbox : soon) {
            soon.remove(outbox); // before it is written: what comes later asks again
            outbox.write();
        }
        bursts.removeIf(burst -> !burst.writeMeanwhile());
        if (!bursts.isEmpty() || !soon.isEmpty()) {
            schedule();
        }
    }
}
