package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.CallQueue.Step;
import dev.hubcast.protocol.Payload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallQueueTest {

    private final HandExecutor workers = new HandExecutor();
    private final HandClock clock = new HandClock();
    private final BurstWatch watch = new BurstWatch(clock, clock);
    private final List<String> ran = new ArrayList<>();
    private final CallQueue calls = new CallQueue(workers, workers, watch, 1, 1024);

    private Step step(String name) {
        return () -> {
            ran.add(name);
            return null;
        };
    }

    private Step pending(String name, CompletableFuture<?> stage) {
        return () -> {
            ran.add(name);
            return stage;
        };
    }

    @Test
    void steps_run_in_order_on_a_worker() {
        calls.add(List.of(step("a"), step("b")));
        calls.add(List.of(step("c")));
        assertThat(ran).isEmpty();

        workers.runAll();
        assertThat(ran).containsExactly("a", "b", "c");
    }

    @Test
    void a_connection_has_one_task_with_the_workers() {
        calls.add(List.of(step("a")));
        calls.add(List.of(step("b")));
        assertThat(workers.waiting()).isEqualTo(1);

        workers.runAll();
        calls.add(List.of(step("c")));
        assertThat(workers.waiting()).isEqualTo(1);
    }

    @Test
    void no_steps_need_no_worker() {
        calls.add(List.of());

        assertThat(workers.waiting()).isZero();
        assertThat(calls.busy()).isFalse();
    }

    @Test
    void a_step_that_is_pending_holds_the_turn_but_no_worker() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        calls.add(List.of(pending("a", stage), step("b")));
        workers.runAll();
        assertThat(ran).containsExactly("a");
        assertThat(workers.waiting()).isZero();
        assertThat(calls.busy()).isTrue();

        calls.add(List.of(step("c")));
        assertThat(workers.waiting()).isZero();

        stage.complete("done");
        assertThat(ran).as("not in the thread that completes the stage").containsExactly("a");
        workers.runAll();
        assertThat(ran).containsExactly("a", "b", "c");
    }

    @Test
    void a_stage_that_fails_ends_its_step_too() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        calls.add(List.of(
                pending("failed already", CompletableFuture.failedFuture(new IllegalStateException())), pending("a", stage), step("b")));
        workers.runAll();
        assertThat(ran).containsExactly("failed already", "a");

        stage.completeExceptionally(new IllegalStateException());
        workers.runAll();
        assertThat(ran).containsExactly("failed already", "a", "b");
    }

    @Test
    void a_stage_that_is_done_already_does_not_give_up_the_worker() {
        calls.add(List.of(pending("a", CompletableFuture.completedFuture("done")), step("b")));
        workers.runOne();

        assertThat(ran).containsExactly("a", "b");
    }

    @Test
    void after_64_steps_another_connection_has_its_turn() {
        CallQueue other = new CallQueue(workers, workers, watch, 1, 1024);
        calls.add(Collections.nCopies(100, step("many")));
        other.add(List.of(step("one")));
        workers.runAll();

        assertThat(ran).hasSize(101);
        assertThat(ran.indexOf("one")).isEqualTo(64);
    }

    @Test
    void the_queue_is_busy_until_its_last_step_is_done() {
        assertThat(calls.busy()).isFalse();
        List<Boolean> within = new ArrayList<>();
        calls.add(List.of(() -> {
            within.add(calls.busy());
            return null;
        }));
        assertThat(calls.busy()).isTrue();
        workers.runAll();

        assertThat(within).containsExactly(true);
        assertThat(calls.busy()).isFalse();
    }

    @Test
    void what_is_dropped_never_runs_and_what_comes_after_does() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        calls.add(List.of(pending("a", stage), step("dropped")));
        workers.runAll();
        calls.drop();
        calls.add(List.of(step("after")));
        stage.complete("done");
        workers.runAll();

        assertThat(ran).containsExactly("a", "after");
    }

    @Test
    void the_answers_of_a_batch_leave_in_one_message() {
        FakeTransport transport = new FakeTransport();
        Outbox outbox = new Outbox(transport, 1024, new OutboxEvents());
        calls.add(IntStream.range(0, 16).<Step>mapToObj(i -> () -> {
            outbox.offer(Payload.ofText(Integer.toHexString(i)));
            return null;
        }).toList());
        workers.runAll();

        assertThat(transport.messages()).containsExactly("0123456789abcdef");
    }
}
