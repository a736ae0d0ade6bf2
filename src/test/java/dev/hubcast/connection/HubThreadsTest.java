package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HubThreadsTest {

    private final CountDownLatch gate = new CountDownLatch(1);
    private final HubThreads threads = new HubThreads(HubThreadsTest::thread, 2, 2);

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    @AfterEach
    void end() {
        gate.countDown();
        threads.close(Duration.ZERO);
    }

    private void waitForTheGate() {
        Eventually.open(gate);
    }

    @Test
    void a_call_that_streams_is_told_that_no_thread_is_free_though_none_has_begun() {
        assertThat(threads.stream(this::waitForTheGate)).isTrue();
        assertThat(threads.stream(this::waitForTheGate)).isTrue();
        assertThat(threads.stream(this::waitForTheGate)).isFalse();

        gate.countDown();
        Eventually.holds(() -> {
            CountDownLatch ran = new CountDownLatch(1);
            assertThat(threads.stream(ran::countDown)).isTrue();
            Eventually.open(ran);
        });
    }

    @Test
    void others_stand_in_for_workers_that_wait_up_to_as_many_as_there_are() {
        CountDownLatch waiting = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            threads.workers().execute(() -> {
                threads.workers().oneWaits();
                waiting.countDown();
                waitForTheGate();
                threads.workers().oneWaitsNoLonger();
            });
        }
        Eventually.open(waiting);
        CountDownLatch fifth = new CountDownLatch(1);
        threads.workers().execute(fifth::countDown);
        assertThat(((WorkerPool) threads.workers()).getPoolSize()).isEqualTo(4);
        assertThat(fifth.getCount()).isEqualTo(1);

        gate.countDown();
        Eventually.open(fifth);
        Eventually.holds(() -> assertThat(((WorkerPool) threads.workers()).getPoolSize()).isEqualTo(2));
    }
}
