package dev.hubcast.connection;

import dev.hubcast.connection.CallQueue.Kind;
import dev.hubcast.connection.CallQueue.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A queue whose threads do what waits when the test says so. */
abstract class CallQueueByHand {

    final HandExecutor workers = new HandExecutor();
    final HandExecutor relays = new HandExecutor();
    final HandClock clock = new HandClock();
    final CallQueue calls;
    final List<String> ran = new ArrayList<>();

    CallQueueByHand(int callsAtOnce) {
        calls = new CallQueue(workers, relays, new BurstWatch(clock, clock), callsAtOnce, 1024);
    }

    record Does(Kind kind, Supplier<CompletionStage<?>> what) implements Step {

        @Override
        public CompletionStage<?> run() {
            return what.get();
        }
    }

    Step step(Kind kind, String name, CompletionStage<?> until) {
        return new Does(kind, () -> {
            ran.add(name);
            return until;
        });
    }

    /** Until nothing waits. */
    void run() {
        while (workers.waiting() + relays.waiting() > 0) {
            workers.runAll();
            relays.runAll();
        }
    }
}
