package dev.hubcast.connection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a client said, done in its order: calls run on the workers' threads, one after another or as many at a time as there are
 * {@link Turns}, and a call whose stage is pending holds its turn but no thread. What is no call, such as an item of a stream, passes a
 * call that is pending, as in the reference server, but never one that waits before it; only cancellations do, of what has begun. Calls,
 * also of other connections, may wait for just that on all workers; therefore a relay does it.
 */
final class CallQueue {

    /** After so many steps a thread turns to another connection. */
    private static final int STEPS_AT_A_TIME = 64;

    private static final Runnable NOTHING = () -> { };

    private final Workers workers;
    private final Executor relays;
    private final BurstWatch watch;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final WaitingSteps waiting;
    private final Turns turns;
    /** Whether a thread does steps, is asked to, or waits: for the method of a call, or for the stage of a step that is none. */
    private boolean driven;
    private Runnable whenRoom;

    /** How a step goes together with the calls before it. */
    enum Kind {
        /** Waits until all calls are over, and everything waits for it. */
        ALONE,
        /** Waits for a turn, and is a call itself: what is beside calls does not wait for its stage. */
        CALL,
        /** Does not wait for calls, but everything waits for it. */
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

    /** A step that passes all others as soon as it can be done. */
    interface Urgent extends Step {

        /** Does it, if it can be done by now; answers whether it was. Neither waits nor runs hub code. */
        boolean tryNow();
    }

    /** Runs so many calls at once, and has room for so many bytes that wait. */
    CallQueue(Workers workers, Executor relays, BurstWatch watch, int callsAtOnce, int limit) {
        this.workers = workers;
        this.relays = relays;
        this.watch = watch;
        this.turns = new Turns(callsAtOnce, workers);
        this.waiting = new WaitingSteps(limit);
    }

    /** Takes steps in their order. Answers whether there is room for more: who gets false should push back. */
    boolean add(Collection<? extends Step> steps) {
        Runnable start;
        boolean hasRoom;
        lock.lock();
        try {
            for (Step step : steps) {
                waiting.add(step);
            }
            start = claimed();
            hasRoom = !waiting.areTooMany();
        } finally {
            lock.unlock();
        }
        start.run();
        return hasRoom;
    }

    /**
     * Lets what waits go on while a call is not over yet. Answers whether it does: no more than so many have given up their turn. Where the
     * call keeps its worker, another one may stand in, because what the call waits for may be behind calls.
     */
    boolean giveUpTurn(Step call, int most) {
        Runnable start;
        lock.lock();
        try {
            if (!turns.mayGiveUp(call, most)) {
                return false;
            }
            goOnIf(turns.giveUp(call));
            start = claimed();
        } finally {
            lock.unlock();
        }
        start.run();
        return true;
    }

    /** With the lock: the thread that has done steps does no more of them, because it is in the method of a call. */
    private void goOnIf(boolean waitsNoLonger) {
        driven &= !waitsNoLonger;
    }

    /** Forgets what has not begun. */
    void drop() {
        Runnable action;
        lock.lock();
        try {
            waiting.clear();
            room.signalAll();
            action = takeWhenRoom();
        } finally {
            lock.unlock();
        }
        action.run();
    }

    /** Whether a step runs, is pending or waits; calls that have given up their turn do not count. */
    boolean busy() {
        lock.lock();
        try {
            return driven || !turns.areFree();
        } finally {
            lock.unlock();
        }
    }

    /** Runs an action, once, as soon as there is room: at once, or on the thread that makes room. */
    void whenRoom(Runnable action) {
        lock.lock();
        try {
            if (waiting.areTooMany()) {
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
            while (waiting.areTooMany() && left > 0) {
                left = room.awaitNanos(left);
            }
            return !waiting.areTooMany();
        } finally {
            lock.unlock();
        }
    }

    /** With the lock: takes on the steps that wait, if nobody has and the first one may be done now. */
    private boolean claim() {
        if (driven || waiting.isEmpty() || !turns.allow(waiting.next())) {
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
        return waiting.next() == Kind.BESIDE ? this::startRelay : this::startWorker;
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

    /** The step is not over, but its method has returned. What has been cancelled meanwhile does not wait for it. */
    private void isPending(Step step) {
        Runnable start;
        Runnable action;
        lock.lock();
        try {
            goOnIf(turns.returned(step));
            waiting.hurry();
            room.signalAll();
            action = takeWhenRoom();
            start = claimed();
        } finally {
            lock.unlock();
        }
        action.run();
        start.run();
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

    /** With the lock. */
    private void end(Step over) {
        if (over == null || over.kind() != Kind.CALL) {
            driven = false;
        } else {
            goOnIf(turns.end(over));
        }
    }

    /** The next step for this thread, which has done the one before, null if there is none. */
    private Step next(Step over, boolean onWorker) {
        Step step = null;
        Runnable action = NOTHING;
        Runnable start;
        lock.lock();
        try {
            end(over);
            if (!claim()) {
                return null;
            }
            if (onWorker || waiting.next() == Kind.BESIDE) {
                step = waiting.take();
                begin(step);
                room.signalAll();
                action = takeWhenRoom();
                start = claimed();
            } else {
                start = this::startWorker;
            }
        } finally {
            lock.unlock();
        }
        action.run();
        start.run();
        return step;
    }

    /** With the lock. */
    private void begin(Step step) {
        if (step.kind() == Kind.CALL) {
            waiting.hurry();
            driven = turns.take(step);
        }
    }

    private Runnable takeWhenRoom() {
        if (whenRoom == null || waiting.areTooMany()) {
            return NOTHING;
        }
        Runnable action = whenRoom;
        whenRoom = null;
        return action;
    }
}
