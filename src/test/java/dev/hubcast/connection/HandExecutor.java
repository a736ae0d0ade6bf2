package dev.hubcast.connection;

import java.util.ArrayDeque;
import java.util.Queue;

/** A worker that takes its next task when the test says so. */
final class HandExecutor implements Workers {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private int replaced;

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

    @Override
    public void oneWaits() {
        replaced++;
    }

    @Override
    public void oneWaitsNoLonger() {
        replaced--;
    }

    /** How many others may stand in for workers that wait. */
    int replaced() {
        return replaced;
    }
}
