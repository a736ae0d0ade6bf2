package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.Payload;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BurstWatchTest {

    private static final long PERIOD_MILLIS = 5;

    private final HandClock clock = new HandClock();
    private final BurstWatch watch = new BurstWatch(clock, clock);
    private final FakeTransport transport = new FakeTransport();
    private final Outbox outbox = new Outbox(transport, 1024, new OutboxEvents());

    private void offer(String record) {
        outbox.offer(Payload.ofText(record));
    }

    @Test
    void what_a_slow_step_sends_leaves_within_a_period() {
        Burst.run(watch, () -> {
            offer("a");
            offer("b");
            clock.pass(PERIOD_MILLIS);
            assertThat(transport.messages()).containsExactly("ab");

            offer("c");
            clock.pass(PERIOD_MILLIS);
            assertThat(transport.messages()).containsExactly("ab", "c");
        });

        assertThat(transport.messages()).containsExactly("ab", "c");
    }

    @Test
    void what_those_before_a_slow_step_sent_leaves_within_a_period() {
        Burst.run(watch, () -> {
            offer("a");
            Burst.stepDone();
            clock.pass(PERIOD_MILLIS);
            assertThat(transport.messages()).containsExactly("a");
        });
    }

    @Test
    void the_clock_rests_while_there_is_no_burst() {
        assertThat(clock.scheduled()).isZero();
        Burst.run(watch, () -> offer("a"));
        clock.pass(PERIOD_MILLIS);
        assertThat(clock.scheduled()).isZero();

        Burst.run(watch, () -> {
            offer("b");
            assertThat(clock.scheduled()).isEqualTo(1);
        });
        clock.pass(PERIOD_MILLIS);
        assertThat(clock.scheduled()).isZero();
    }

    @Test
    void an_item_that_waits_for_others_leaves_with_them_within_a_period_and_then_the_clock_rests() {
        long before = System.nanoTime();
        offer("a");
        for (String item : List.of("b", "c")) {
            assertThat(outbox.admit(Payload.ofText(item), before)).as("waits").isTrue();
            watch.writeSoon(outbox);
        }
        assertThat(transport.messages()).containsExactly("a");
        assertThat(clock.scheduled()).isEqualTo(1);

        clock.pass(PERIOD_MILLIS);
        assertThat(transport.messages()).containsExactly("a", "bc");
        assertThat(clock.scheduled()).isZero();
    }

    @Test
    void an_item_that_comes_after_a_longer_wait_leaves_at_once_with_those_before_it() {
        long before = System.nanoTime();
        offer("a");
        outbox.admit(Payload.ofText("b"), before);

        assertThat(outbox.admit(Payload.ofText("c"), System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1))).as("waits").isFalse();
        assertThat(transport.messages()).containsExactly("a", "bc");
    }

    @Test
    void many_bursts_share_one_task_of_the_clock() {
        Burst.run(watch, () -> {
            for (int i = 0; i < 10; i++) {
                offer("a");
                Eventually.value(CompletableFuture.runAsync(() -> Burst.run(watch, () -> offer("b"))));
            }
            assertThat(clock.scheduled()).isEqualTo(1);
        });
    }

    @Test
    void a_thread_that_is_stuck_holds_back_nothing_that_others_send() {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture<Void> stuck = CompletableFuture.runAsync(() -> Burst.run(watch, () -> {
            offer("a");
            held.countDown();
            Eventually.open(over);
        }), work -> new Thread(work).start());
        try {
            Eventually.open(held);
            Burst.run(watch, () -> {
                offer("b");
                offer("c");
            });
            assertThat(transport.messages()).containsExactly("abc");

            offer("d");
            assertThat(transport.messages()).containsExactly("abc", "d");
        } finally {
            over.countDown();
        }
        Eventually.value(stuck);
        assertThat(transport.messages()).containsExactly("abc", "d");
    }

    @Test
    void a_look_that_comes_while_a_burst_begins_does_not_forget_it() {
        HastyClock hasty = new HastyClock();
        BurstWatch hastyWatch = new BurstWatch(hasty, () -> 0);
        Burst.run(hastyWatch, () -> {
            offer("a");
            offer("b");
            hasty.runWhatWasScheduled();
            assertThat(String.join("", transport.messages())).isEqualTo("ab");
        });
    }

    /** Its first look is over before the call that asked for it has returned. */
    private static final class HastyClock extends ScheduledThreadPoolExecutor {

        private boolean first = true;
        private Runnable scheduled;

        HastyClock() {
            super(0);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable look, long delay, TimeUnit unit) {
            if (first) {
                first = false;
                look.run();
            } else {
                scheduled = look;
            }
            return null;
        }

        void runWhatWasScheduled() {
            if (scheduled != null) {
                scheduled.run();
            }
        }
    }
}
