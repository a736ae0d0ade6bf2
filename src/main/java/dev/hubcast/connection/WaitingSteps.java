package dev.hubcast.connection;

import dev.hubcast.connection.CallQueue.Kind;
import dev.hubcast.connection.CallQueue.Step;
import dev.hubcast.connection.CallQueue.Urgent;
import java.util.ArrayDeque;
import java.util.Deque;

/** The steps of a queue that have not begun, in their order, and what they hold of the client's bytes. For one thread at a time. */
final class WaitingSteps {

    private final Deque<Step> steps = new ArrayDeque<>();
    private final int limit;
    private int bytes;
    private int urgent;

    WaitingSteps(int limit) {
        this.limit = limit;
    }

    void add(Step step) {
        if (step instanceof Urgent cancellation) {
            if (cancellation.tryNow()) {
                return;
            }
            urgent++;
        }
        steps.add(step);
        bytes += step.bytes();
    }

    Step take() {
        Step step = steps.poll();
        forget(step);
        return step;
    }

    private void forget(Step step) {
        bytes -= step.bytes();
        if (step instanceof Urgent) {
            urgent--;
        }
    }

    /** What is urgent is done, where it can be by now. */
    void hurry() {
        if (urgent > 0) {
            steps.removeIf(step -> {
                boolean done = step instanceof Urgent cancellation && cancellation.tryNow();
                if (done) {
                    forget(step);
                }
                return done;
            });
        }
    }

    void clear() {
        steps.clear();
        bytes = 0;
        urgent = 0;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** What kind of step is the next one; there must be one. */
    Kind next() {
        return steps.peek().kind();
    }

    /** Whether they hold more than they may. */
    boolean areTooMany() {
        return bytes > limit;
    }
}
