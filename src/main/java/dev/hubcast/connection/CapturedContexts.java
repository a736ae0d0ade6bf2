package dev.hubcast.connection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The context of a request, captured once for each thread that runs in it at the same time: what Payara captures must not be used by two
 * threads at once. It can only be captured where it holds, so whoever takes the last one, and may not be alone for long, captures a spare
 * one first. Payara's capture is slow, so a connection with one call at a time does without.
 */
public final class CapturedContexts implements RequestContext {

    private final Supplier<Executor> capture;
    /** Also the lock. */
    private final Deque<Executor> free = new ArrayDeque<>();
    private final Map<Thread, Executor> taken = new HashMap<>();

    /**
     * Captures the context that holds on this thread.
     *
     * @param capture captures what holds on the thread that asks
     */
    public CapturedContexts(Supplier<Executor> capture) {
        this.capture = capture;
        free.add(capture.get());
    }

    @Override
    public void execute(Runnable task) {
        Executor around = ofThisThread();
        if (around != null) {
            around.execute(task);
            return;
        }
        Executor context = take();
        try {
            context.execute(task);
        } finally {
            giveBack(context);
        }
    }

    @Override
    public void spare() {
        synchronized (free) {
            if (!free.isEmpty() || !taken.containsKey(Thread.currentThread())) {
                return;
            }
        }
        add(capture.get());
    }

    private Executor ofThisThread() {
        synchronized (free) {
            return taken.get(Thread.currentThread());
        }
    }

    private Executor take() {
        boolean interrupted = false;
        synchronized (free) {
            while (free.isEmpty()) {
                try {
                    free.wait();
                } catch (InterruptedException e) { // whom it concerns sees it in the task
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            taken.put(Thread.currentThread(), free.peek());
            return free.pop();
        }
    }

    private void giveBack(Executor context) {
        synchronized (free) {
            taken.remove(Thread.currentThread());
            add(context);
        }
    }

    private void add(Executor context) {
        synchronized (free) {
            free.push(context);
            free.notifyAll();
        }
    }
}
