package dev.hubcast.connection;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A connection's calls, run one after another on the workers' threads: at most one task of a connection is with the workers, and a call
 * whose stage is pending holds its connection's turn but no thread.
 */
final class CallQueue {

    /** After so many steps a worker turns to another connection. */
    private static final int STEPS_AT_A_TIME = 64;

    private static final Runnable NOTHING = () -> { };

    private final Executor workers;
    private final BurstWatch watch;
    private final int limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Deque<Step> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean busy;
    private Runnable whenRoom;

    /** One thing to do for a connection. */
    interface Step {

        /** Does it; answers null when done, else a stage that completes when it is. Throws nothing. */
        CompletionStage<?> run();

        /** What it holds of the client's bytes while it waits. */
        default int bytes() {
            return 0;
        }
    }

    CallQueue(Executor workers, BurstWatch watch, int limit) {
        this.workers = workers;
        this.watch = watch;
        this.limit = limit;
    }

    /** Takes steps in their order. Answers whether there is room for more: who gets false should push back. */
    boolean add(Collection<? extends Step> steps) {
        boolean start;
        boolean hasRoom;
        lock.lock();
        try {
            for (Step step : steps) {
                waiting.add(step);
                waitingBytes += step.bytes();
            }
            start = !busy && !waiting.isEmpty();
            busy |= start;
            hasRoom = waitingBytes <= limit;
        } finally {
            lock.unlock();
        }
        if (start) {
            workers.execute(this::work);
        }
        return hasRoom;
    }

    /** Forgets what has not begun. */
    void drop() {
        Runnable action;
        lock.lock();
        try {
            waiting.clear();
            waitingBytes = 0;
            room.signalAll();
            action = takeWhenRoom();
        } finally {
            lock.unlock();
        }
        action.run();
    }

    /** Whether a step runs, is pending or waits. */
    boolean busy() {
        lock.lock();
        try {
            return busy;
        } finally {
            lock.unlock();
        }
    }

    /** Runs an action, once, as soon as there is room: at once, or on the thread that makes room. */
    void whenRoom(Runnable action) {
        lock.lock();
        try {
            if (waitingBytes > limit) {
                whenRoom = action;
                return;
            }
        } finally {
            lock.unlock();
        }
        action.run();
    }

    /** Waits until there is room. Answers whether there is. */
    boolean awaitRoom(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (waitingBytes > limit && left > 0) {
                left = room.awaitNanos(left);
            }
            return waitingBytes <= limit;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        Burst.run(watch, this::runSteps);
    }

    private void runSteps() {
        for (int steps = 0; steps < STEPS_AT_A_TIME; steps++) {
            Step step = next();
            if (step == null) {
                return;
            }
            CompletionStage<?> pending = step.run();
            if (pending != null && !pending.toCompletableFuture().isDone()) {
                pending.whenComplete((result, failure) -> workers.execute(this::work));
                return;
            }
            Burst.stepDone();
        }
        workers.execute(this::work);
    }

    private Step next() {
        Step step;
        Runnable action = NOTHING;
        lock.lock();
        try {
            step = waiting.poll();
            if (step == null) {
                busy = false;
            } else {
                waitingBytes -= step.bytes();
                room.signalAll();
                action = takeWhenRoom();
            }
        } finally {
            lock.unlock();
        }
        action.run();
        return step;
    }

    private Runnable takeWhenRoom() {
        if (whenRoom == null || waitingBytes > limit) {
            return NOTHING;
        }
        Runnable action = whenRoom;
        whenRoom = null;
        return action;
    }
}
