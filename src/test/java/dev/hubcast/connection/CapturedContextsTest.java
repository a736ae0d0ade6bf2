package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CapturedContextsTest {

    private final AtomicInteger captured = new AtomicInteger();
    private final AtomicInteger shared = new AtomicInteger();
    private final CapturedContexts contexts = new CapturedContexts(this::capture);

    /** One context, which notes it if two threads use it at a time. */
    private Executor capture() {
        captured.incrementAndGet();
        AtomicInteger inside = new AtomicInteger();
        return task -> {
            if (inside.incrementAndGet() > 1) {
                shared.incrementAndGet();
            }
            task.run();
            inside.decrementAndGet();
        };
    }

    @Test
    void one_after_the_other_uses_the_same_context() {
        for (int i = 0; i < 10; i++) {
            contexts.execute(() -> { });
        }

        assertThat(captured).hasValue(1);
    }

    @Test
    void threads_that_leave_a_spare_run_beside_each_other_each_in_a_context_of_its_own() {
        CountDownLatch all = new CountDownLatch(4);
        List<CompletableFuture<Void>> done = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            CompletableFuture<Void> over = new CompletableFuture<>();
            done.add(over);
            new Thread(() -> {
                contexts.execute(() -> {
                    contexts.spare();
                    all.countDown();
                    Eventually.open(all);
                });
                over.complete(null);
            }).start();
        }
        done.forEach(Eventually::value);

        assertThat(shared).hasValue(0);
        assertThat(captured.get()).isBetween(4, 5);
    }

    @Test
    void a_thread_that_finds_none_waits_for_the_end_of_the_task() {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        CompletableFuture<Void> second = new CompletableFuture<>();
        new Thread(() -> contexts.execute(() -> {
            inside.countDown();
            Eventually.open(leave);
        })).start();
        Eventually.open(inside);
        new Thread(() -> contexts.execute(() -> second.complete(null))).start();
        assertThat(second).isNotDone();

        leave.countDown();
        Eventually.value(second);
        assertThat(captured).hasValue(1);
        assertThat(shared).hasValue(0);
    }

    @Test
    void a_task_within_a_task_runs_in_the_same_context() {
        List<String> ran = new ArrayList<>();
        contexts.execute(() -> contexts.execute(() -> ran.add("inner")));

        assertThat(ran).containsExactly("inner");
        assertThat(captured).hasValue(1);
    }

    @Test
    void where_the_context_does_not_hold_none_is_captured() {
        contexts.spare();

        assertThat(captured).hasValue(1);
    }
}
