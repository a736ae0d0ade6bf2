package dev.hubcast.connection;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a client said, done in its order: calls run one after another on the workers' threads, and a call whose stage is pending holds its
 * turn but no thread. What is no call, such as an item of a stream, passes a call that is pending, as in the reference server, but never
 * one that waits before it. Calls may wait for just that on all workers; therefore it is done by a relay then.
 */
final class CallQueue {

    /** After so many steps a thread turns to another connection. */
    private static final int STEPS_AT_A_TIME = 64;

    private static final Runnable NOTHING = () -> { };

    private final Executor workers;
    private final Executor relays;
    private final BurstWatch watch;
    private final int limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Deque<Step> waiting = new ArrayDeque<>();
    private int waitingBytes;
    /** The call that has the turn. */
    private Step calling;
    /** The call whose method has not returned yet, which everything waits for unless it gives up its turn. */
    private Step within;
    /** Calls that are not over, with those that have given up their turn. */
    private int begun;
    /** Whether a thread does steps, is asked to, or waits for the stage of one that is no call. */
    private boolean driven;
    private Runnable whenRoom;

    /** How a step goes together with the call before it. */
    enum Kind {
        /** Waits until the call is over, and everything waits for it. */
        ALONE,
        /** Waits until the call is over, and is one itself: what is beside calls does not wait for its stage. */
        CALL,
        /** Does not wait for the call, but everything waits for it. */
        BESIDE
    }

    /** One thing to do for a connection. */
    interface Step {

        /** Does it; answers null when done, else a stage that completes when it is. Throws nothing. */
        CompletionStage<?> run();

        /** What it holds of the client's bytes while it waits. */
        default int bytes() {
            return 0;
        }

        default Kind kind() {
            return Kind.ALONE;
        }
    }

    CallQueue(Executor workers, Executor relays, BurstWatch watch, int limit) {
        this.workers = workers;
        this.relays = relays;
        this.watch = watch;
        this.limit = limit;
    }

    /** Takes steps in their order. Answers whether there is room for more: who gets false should push back. */
    boolean add(Collection<? extends Step> steps) {
        Runnable start;
        boolean hasRoom;
        lock.lock();
        try {
            for (Step step : steps) {
                waiting.add(step);
                waitingBytes += step.bytes();
            }
            start = claimed();
            hasRoom = waitingBytes <= limit;
        } finally {
            lock.unlock();
        }
        start.run();
        return hasRoom;
    }

    /** Lets what waits go on while a call is not over yet. */
    void giveUpTurn(Step call) {
        Runnable start;
        lock.lock();
        try {
            if (calling == call) {
                calling = null;
            }
            letOthersDrive(call);
            start = claimed();
        } finally {
            lock.unlock();
        }
        start.run();
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
            return driven || begun > 0;
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

    /** With the lock: takes on the steps that wait, if nobody has and the first one may be done now. */
    private boolean claim() {
        if (driven || waiting.isEmpty() || calling != null && waiting.peek().kind() != Kind.BESIDE) {
            return false;
        }
        driven = true;
        return true;
    }

    /** With the lock: what to do about the steps that wait, if this thread does not do them. */
    private Runnable claimed() {
        if (!claim()) {
            return NOTHING;
        }
        return begun == 0 || waiting.peek().kind() != Kind.BESIDE ? this::startWorker : this::startRelay;
    }

    private void startWorker() {
        workers.execute(() -> Burst.run(watch, () -> runSteps(true)));
    }

    private void startRelay() {
        relays.execute(() -> Burst.run(watch, () -> runSteps(false)));
    }

    private void runSteps(boolean onWorker) {
        Step over = null;
        for (int steps = 0; steps < STEPS_AT_A_TIME; steps++) {
            Step step = next(over, onWorker);
            if (step == null) {
                return;
            }
            CompletionStage<?> pending = step.run();
            if (pending != null && !pending.toCompletableFuture().isDone()) {
                isPending(step);
                pending.whenComplete((result, failure) -> leave(step));
                return;
            }
            over = step;
            Burst.stepDone();
        }
        leave(over);
    }

    /** The method of a call has returned. */
    private void isPending(Step step) {
        Runnable start;
        lock.lock();
        try {
            letOthersDrive(step);
            start = claimed();
        } finally {
            lock.unlock();
        }
        start.run();
    }

    /** With the lock. */
    private void letOthersDrive(Step call) {
        if (within == call) {
            within = null;
            driven = false;
        }
    }

    /** A step is over, and another thread goes on. */
    private void leave(Step over) {
        Runnable start;
        lock.lock();
        try {
            end(over);
            start = claimed();
        } finally {
            lock.unlock();
        }
        start.run();
    }

    /** With the lock: a call may have given up its turn before. */
    private void end(Step over) {
        if (over == null || over.kind() != Kind.CALL) {
            driven = false;
            return;
        }
        begun--;
        letOthersDrive(over);
        if (calling == over) {
            calling = null;
        }
    }

    /** The next step for this thread, which has done the one before, null if there is none. */
    private Step next(Step over, boolean onWorker) {
        Step step = null;
        Runnable action = NOTHING;
        lock.lock();
        try {
            end(over);
            if (!claim()) {
                return null;
            }
            if (onWorker || waiting.peek().kind() == Kind.BESIDE) {
                step = waiting.poll();
                waitingBytes -= step.bytes();
                room.signalAll();
                action = takeWhenRoom();
                begin(step);
            } else {
                action = this::startWorker;
            }
        } finally {
            lock.unlock();
        }
        action.run();
        return step;
    }

    /** With the lock. */
    private void begin(Step step) {
        if (step.kind() == Kind.CALL) {
            begun++;
            calling = step;
            within = step;
        }
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
