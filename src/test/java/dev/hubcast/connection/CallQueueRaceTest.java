package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.CallQueue.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallQueueRaceTest {

    private static final int STEPS = 50_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HandClock clock = new HandClock();
    private final CallQueue calls = new CallQueue(threads::execute, threads, new BurstWatch(clock, clock), 1, Integer.MAX_VALUE);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void steps_run_one_at_a_time_and_in_order_on_whatever_thread() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger atATime = new AtomicInteger();
        List<Integer> ran = new ArrayList<>(); // guarded by the queue alone
        for (int i = 0; i < STEPS; i++) {
            int number = i;
            Step step = () -> {
                atATime.accumulateAndGet(running.incrementAndGet(), Math::max);
                ran.add(number);
                running.decrementAndGet();
                return switch (ThreadLocalRandom.current().nextInt(3)) {
                    case 0 -> CompletableFuture.runAsync(() -> { }, threads);
                    case 1 -> CompletableFuture.completedFuture(null);
                    default -> null;
                };
            };
            calls.add(List.of(step));
        }
        CompletableFuture<Void> last = new CompletableFuture<>();
        calls.add(List.of(() -> {
            last.complete(null);
            return null;
        }));
        Eventually.value(last);

        assertThat(ran).isEqualTo(IntStream.range(0, STEPS).boxed().toList());
        assertThat(atATime).hasValue(1);
        Eventually.holds(() -> assertThat(calls.busy()).isFalse());
    }
}
