package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.CallQueue.Step;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallQueueWhenRoomTest {

    private final HandExecutor workers = new HandExecutor();
    private final HandClock clock = new HandClock();
    private final CallQueue calls = new CallQueue(workers, workers, new BurstWatch(clock, clock), 1, 10);
    private final AtomicInteger told = new AtomicInteger();

    private record Sized(int bytes) implements Step {

        @Override
        public CompletionStage<?> run() {
            return null;
        }
    }

    @Test
    void where_there_is_room_it_is_told_at_once() {
        calls.add(List.of(new Sized(10)));
        calls.whenRoom(told::incrementAndGet);

        assertThat(told).hasValue(1);
    }

    @Test
    void it_is_told_as_soon_as_a_step_made_enough_room_and_once() {
        int[] toldAt = {-1, -1};
        calls.add(List.of(new Sized(6), new Sized(6), noting(toldAt, 0), new Sized(5), new Sized(6), noting(toldAt, 1), new Sized(1)));
        calls.whenRoom(told::incrementAndGet);
        assertThat(told).hasValue(0);

        workers.runAll();

        assertThat(toldAt[0]).as("while 12 of 24 bytes wait").isZero();
        assertThat(toldAt[1]).as("while one byte waits").isEqualTo(1);
        assertThat(told).hasValue(1);
    }

    private Step noting(int[] into, int at) {
        return () -> {
            into[at] = told.get();
            return null;
        };
    }

    @Test
    void it_is_told_once_though_the_queue_fills_and_empties_again() {
        calls.add(List.of(new Sized(11)));
        calls.whenRoom(told::incrementAndGet);
        workers.runAll();
        calls.add(List.of(new Sized(11)));
        workers.runAll();
        calls.drop();

        assertThat(told).hasValue(1);
    }

    @Test
    void it_may_be_asked_for_again_from_within() {
        calls.add(List.of(new Sized(11)));
        calls.whenRoom(() -> {
            told.incrementAndGet();
            calls.add(List.of(new Sized(12)));
            calls.whenRoom(told::incrementAndGet);
        });
        workers.runAll();

        assertThat(told).hasValue(2);
        assertThat(calls.busy()).isFalse();
    }

    @Test
    void dropping_what_waits_makes_room() {
        calls.add(List.of(new Sized(11), new Sized(11)));
        calls.whenRoom(told::incrementAndGet);
        calls.drop();
        assertThat(told).hasValue(1);

        calls.whenRoom(told::incrementAndGet);
        assertThat(told).as("after the drop there is room").hasValue(2);
        workers.runAll();
        assertThat(told).hasValue(2);
    }

    @Test
    void no_end_of_the_wait_is_missed_among_threads() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CallQueue racing = new CallQueue(threads::execute, threads, new BurstWatch(clock, clock), 1, 10);
            Semaphore room = new Semaphore(0);
            for (int i = 0; i < 20_000; i++) {
                racing.add(List.of(new Sized(11)));
                racing.whenRoom(room::release);
                assertThat(room.tryAcquire(Eventually.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).as("told, round %s", i).isTrue();
            }
            assertThat(room.availablePermits()).isZero();
        } finally {
            threads.shutdownNow();
        }
    }
}
