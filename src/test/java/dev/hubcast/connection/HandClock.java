package dev.hubcast.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A clock that moves when the test says so, and runs what is due in the test's thread. */
final class HandClock extends ScheduledThreadPoolExecutor implements LongSupplier {

    private record Task(long due, Runnable work) {}

    private final List<Task> tasks = new ArrayList<>();
    private long now;

    HandClock() {
        super(0);
    }

    @Override
    public synchronized ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        tasks.add(new Task(now + unit.toNanos(delay), work));
        return null;
    }

    @Override
    public synchronized long getAsLong() {
        return now;
    }

    /** Lets time pass and runs, once, what is due then. */
    void pass(long millis) {
        List<Task> due;
        synchronized (this) {
            now += TimeUnit.MILLISECONDS.toNanos(millis);
            due = tasks.stream().filter(task -> task.due() <= now).toList();
            tasks.removeAll(due);
        }
        due.forEach(task -> task.work().run());
    }

    synchronized int scheduled() {
        return tasks.size();
    }
}
