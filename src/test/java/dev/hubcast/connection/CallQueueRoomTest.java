package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.CallQueue.Step;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class CallQueueRoomTest {

    private static final long LONG = TimeUnit.MINUTES.toNanos(10);

    private final HandExecutor workers = new HandExecutor();
    private final HandClock clock = new HandClock();
    private final CallQueue calls = new CallQueue(workers, workers, new BurstWatch(clock, clock), 1, 10);

    /** Holds some of the client's bytes while it waits. */
    private record Sized(int bytes) implements Step {

        @Override
        public CompletionStage<?> run() {
            return null;
        }
    }

    @Test
    void there_is_room_up_to_the_limit() throws InterruptedException {
        assertThat(calls.add(List.of(new Sized(4), new Sized(6)))).isTrue();
        assertThat(calls.awaitRoom(LONG)).isTrue();
        assertThat(calls.add(List.of(new Sized(1)))).isFalse();
    }

    @Test
    void steps_over_the_limit_are_taken_all_the_same() {
        assertThat(calls.add(List.of(new Sized(4), new Sized(7)))).isFalse();
        workers.runAll();

        assertThat(calls.busy()).isFalse();
        assertThat(calls.add(List.of(new Sized(10)))).isTrue();
    }

    @Test
    void who_waits_in_vain_is_told() throws InterruptedException {
        calls.add(List.of(new Sized(11)));

        assertThat(calls.awaitRoom(1)).isFalse();
    }

    @Test
    void a_step_that_begins_makes_room() {
        assertRoomAfter(() -> workers.runOne());
    }

    @Test
    void what_is_dropped_makes_room() {
        assertRoomAfter(() -> {
            calls.drop();
            return true;
        });
    }

    private void assertRoomAfter(BooleanSupplier event) {
        calls.add(List.of(new Sized(11)));
        AtomicBoolean happened = new AtomicBoolean();
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Boolean> room = CompletableFuture.supplyAsync(() -> {
            try {
                waiting.countDown();
                return calls.awaitRoom(LONG) && happened.get();
            } catch (InterruptedException e) {
                return false;
            }
        });
        Eventually.open(waiting);
        happened.set(true);
        assertThat(event.getAsBoolean()).isTrue();

        assertThat(Eventually.value(room)).isTrue();
    }
}
