package dev.hubcast.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.Eventually;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CallThreadTest {

    private final CallThread thread = new CallThread();

    @Test
    void who_works_is_interrupted_and_who_comes_later() {
        thread.run(() -> {
            thread.interrupt();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
        assertThat(Thread.currentThread().isInterrupted()).as("the thread is needed for others").isFalse();
        thread.run(() -> assertThat(Thread.currentThread().isInterrupted()).isTrue());
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void who_is_done_is_not_interrupted() {
        thread.run(() -> { });
        thread.interrupt();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_second_thread_is_interrupted_though_the_first_came_back_later() {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> second = new CompletableFuture<>();
        thread.run(() -> {
            new Thread(() -> thread.run(() -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    second.complete("interrupted");
                }
            })).start();
            Eventually.open(begun);
        });
        thread.interrupt();

        assertThat(Eventually.value(second)).isEqualTo("interrupted");
    }
}
