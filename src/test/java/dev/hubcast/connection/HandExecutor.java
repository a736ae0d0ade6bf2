package dev.hubcast.connection;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** A worker that takes its next task when the test says so. */
final class HandExecutor implements Executor {

    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @Override
    public synchronized void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs the task that has waited longest; answers whether there was one. */
    boolean runOne() {
        Runnable task;
        synchronized (this) {
            task = tasks.poll();
        }
        if (task != null) {
            task.run();
        }
        return task != null;
    }

    void runAll() {
        boolean more = true;
        while (more) {
            more = runOne();
        }
    }

    synchronized int waiting() {
        return tasks.size();
    }
}
