package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.protocol.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BurstTest {

    private final HandClock clock = new HandClock();
    private final BurstWatch watch = new BurstWatch(clock, clock);
    private final FakeTransport transport = new FakeTransport();
    private final OutboxEvents events = new OutboxEvents();
    private final Outbox outbox = new Outbox(transport, 1024 * 1024, events);

    private void offer(String record) {
        outbox.offer(Payload.ofText(record));
    }

    @Test
    void what_several_steps_send_leaves_in_one_message() {
        Burst.run(watch, () -> {
            for (String answer : List.of("a", "b", "c")) {
                offer(answer);
                Burst.stepDone();
            }
            assertThat(transport.messages()).isEmpty();
        });

        assertThat(transport.messages()).containsExactly("abc");
    }

    @Test
    void what_was_held_back_for_more_than_a_millisecond_leaves_with_the_step() {
        Burst.run(watch, () -> {
            offer("a");
            Burst.stepDone();
            offer("b");
            clock.pass(2);
            Burst.stepDone();
            assertThat(transport.messages()).containsExactly("ab");
            offer("c");
            Burst.stepDone();
            assertThat(transport.messages()).containsExactly("ab");
        });

        assertThat(transport.messages()).containsExactly("ab", "c");
    }

    @Test
    void a_message_that_is_full_does_not_wait_for_the_end_of_the_step() {
        Burst.run(watch, () -> IntStream.range(0, 300).forEach(i -> offer("x".repeat(10 * 1024))));

        assertThat(events.told()).as("the client reads at once, and 3 MB went to it").isEmpty();
        assertThat(transport.recordsInMessages().stream().mapToInt(Integer::intValue).sum()).isEqualTo(300);
    }

    @Test
    void a_broadcast_to_many_leaves_for_each_in_one_message() {
        List<FakeTransport> transports = new ArrayList<>();
        List<Outbox> outboxes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            transports.add(new FakeTransport());
            outboxes.add(new Outbox(transports.get(i), 1024, events));
        }
        Burst.run(watch, () -> {
            outboxes.forEach(each -> each.offer(Payload.ofText("a")));
            outboxes.forEach(each -> each.offer(Payload.ofText("b")));
        });

        assertThat(transports).allSatisfy(each -> assertThat(each.messages()).containsExactly("ab"));
    }

    @Test
    void what_others_are_to_write_waits_for_them_and_leaves_in_one_message() {
        HandExecutor writers = new HandExecutor();
        Burst.run(watch, writers, () -> List.of("a", "b").forEach(this::offer));
        assertThat(transport.messages()).isEmpty();

        writers.runAll();
        assertThat(transport.messages()).containsExactly("ab");
    }

    @Test
    void what_others_are_to_write_is_not_overtaken_by_what_is_sent_next() {
        HandExecutor writers = new HandExecutor();
        Burst.run(watch, writers, () -> offer("a"));
        offer("b");

        assertThat(transport.messages()).containsExactly("ab");
        writers.runAll();
        assertThat(transport.messages()).containsExactly("ab");
    }

    @Test
    void where_there_is_a_burst_already_that_one_writes() {
        HandExecutor writers = new HandExecutor();
        Burst.run(watch, () -> {
            Burst.run(watch, writers, () -> offer("a"));
            offer("b");
        });

        assertThat(writers.waiting()).isZero();
        assertThat(transport.messages()).containsExactly("ab");
    }

    @Test
    void nobody_has_to_write_where_nothing_was_sent() {
        HandExecutor writers = new HandExecutor();
        Burst.run(watch, writers, () -> { });

        assertThat(writers.waiting()).isZero();
    }

    @Test
    void what_is_sent_while_a_burst_is_written_leaves_too() {
        FakeTransport other = new FakeTransport();
        Outbox otherOutbox = new Outbox(other, 1024, events);
        transport.atSend(() -> otherOutbox.offer(Payload.ofText("nested")));
        Burst.run(watch, () -> {
            offer("a");
            otherOutbox.offer(Payload.ofText("b"));
        });

        assertThat(transport.messages()).containsExactly("a");
        assertThat(other.messages()).containsExactly("bnested");
    }

    @Test
    void what_is_sent_while_a_step_is_written_leaves_with_a_later_one() {
        transport.atSend(() -> {
            transport.atSend(() -> { });
            offer("nested");
        });
        Burst.run(watch, () -> {
            offer("a");
            clock.pass(2);
            Burst.stepDone();
            offer("b");
            clock.pass(2);
            Burst.stepDone();
        });

        assertThat(String.join("", transport.messages())).isEqualTo("anestedb");
    }

    @Test
    void a_long_call_does_not_remember_an_outbox_that_another_one_holds_for_each_record() {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> Burst.run(watch, () -> {
            offer("a");
            held.countDown();
            Eventually.open(over);
        }), work -> new Thread(work).start());
        Eventually.open(held);
        Burst.run(watch, () -> {
            for (int i = 0; i < 100_000; i++) {
                offer("b");
            }
            assertThat(Burst.remembered()).isLessThan(20_000);
        });
        over.countDown();
        Eventually.value(other);

        assertThat(transport.messages().stream().mapToInt(String::length).sum()).isEqualTo(100_001);
    }

    @Test
    void the_last_record_takes_along_what_is_held_back() {
        Burst.run(watch, () -> {
            offer("a");
            outbox.finish(Payload.ofText("last"));
            assertThat(transport.messages()).containsExactly("alast");
        });

        assertThat(transport.messages()).containsExactly("alast");
        assertThat(events.told()).containsExactly("drained");
    }

    @Test
    void what_a_step_sent_before_it_threw_leaves_and_the_thread_is_free_again() {
        assertThatThrownBy(() -> Burst.run(watch, () -> {
            offer("a");
            throw new IllegalStateException("the step");
        })).hasMessage("the step");
        assertThat(transport.messages()).containsExactly("a");

        offer("b");
        assertThat(transport.messages()).containsExactly("a", "b");
    }
}
