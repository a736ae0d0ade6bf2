package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.Payload;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxWritingTest {

    private final FakeTransport transport = new FakeTransport();
    private final OutboxEvents events = new OutboxEvents();
    private final Outbox outbox = new Outbox(transport, 1024 * 1024, events);

    private void offer(String... records) {
        for (String record : records) {
            outbox.offer(Payload.ofText(record));
        }
    }

    @Test
    void a_record_is_written_at_once_when_nothing_is_in_flight() {
        offer("a", "b");

        assertThat(transport.messages()).containsExactly("a", "b");
        assertThat(outbox.waitingBytes()).isZero();
    }

    @Test
    void what_is_taken_on_hold_leaves_together_when_it_is_released() {
        outbox.hold();
        offer("a", "b");
        outbox.write();
        assertThat(transport.messages()).isEmpty();

        outbox.release();
        assertThat(transport.messages()).containsExactly("ab");
        offer("c");
        assertThat(transport.messages()).containsExactly("ab", "c");
    }

    @Test
    void the_end_does_not_wait_for_a_release() {
        outbox.hold();
        offer("a");

        outbox.finish(Payload.ofText("z"));

        assertThat(transport.messages()).containsExactly("az");
    }

    @Test
    void what_piles_up_during_a_write_leaves_in_the_next_message_in_order() {
        transport.hold();
        offer("a", "b", "c", "d");
        assertThat(transport.messages()).containsExactly("a");
        assertThat(outbox.waitingBytes()).isEqualTo(4);

        transport.done(null);
        assertThat(transport.messages()).containsExactly("a", "bcd");
        assertThat(outbox.waitingBytes()).isEqualTo(3);

        transport.done(null);
        assertThat(transport.sending()).isFalse();
        assertThat(outbox.waitingBytes()).isZero();
        offer("e");
        assertThat(transport.messages()).containsExactly("a", "bcd", "e");
    }

    @Test
    void a_message_takes_records_up_to_64_kib() {
        String twentyKib = "x".repeat(20 * 1024);
        transport.hold();
        offer("first", twentyKib, twentyKib, twentyKib, twentyKib, twentyKib);
        transport.holdNoLonger().done(null);

        assertThat(transport.recordsInMessages()).containsExactly(1, 3, 2);
    }

    @Test
    void a_record_larger_than_a_message_leaves_alone() {
        transport.hold();
        offer("first", "a", "x".repeat(100 * 1024), "b");
        transport.holdNoLonger().done(null);

        assertThat(transport.recordsInMessages()).containsExactly(1, 1, 1, 1);
    }

    @Test
    void text_and_binary_records_do_not_share_a_message() {
        transport.hold();
        offer("first", "a");
        outbox.offer(Payload.ofBytes(new byte[] {1}, false));
        outbox.offer(Payload.ofBytes(new byte[] {2}, false));
        transport.holdNoLonger().done(null);

        assertThat(transport.recordsInMessages()).containsExactly(1, 1, 2);
    }

    @Test
    void a_send_that_is_done_on_another_thread_goes_on_there() {
        transport.hold();
        offer("a", "b");
        Eventually.value(CompletableFuture.runAsync(() -> transport.holdNoLonger().done(null)));

        assertThat(transport.messages()).containsExactly("a", "b");
        assertThat(transport.sending()).isFalse();
    }

    @Test
    void a_send_that_is_done_on_another_thread_before_it_returns_goes_on_in_the_caller() {
        AtomicInteger sends = new AtomicInteger();
        List<Thread> callers = new CopyOnWriteArrayList<>();
        transport.hold().atSend(() -> {
            callers.add(Thread.currentThread());
            if (sends.incrementAndGet() == 1) {
                Eventually.value(CompletableFuture.runAsync(() -> {
                    offer("b");
                    transport.done(null);
                }));
            }
        });
        offer("a");

        assertThat(transport.messages()).containsExactly("a", "b");
        assertThat(callers).containsExactly(Thread.currentThread(), Thread.currentThread());
    }

    @Test
    void records_offered_from_within_a_send_follow_it() {
        AtomicInteger sends = new AtomicInteger();
        transport.atSend(() -> {
            if (sends.incrementAndGet() == 1) {
                offer("nested", "twice");
            }
        });
        offer("a");

        assertThat(transport.messages()).containsExactly("a", "nestedtwice");
    }

    @Test
    void ten_thousand_sends_that_are_done_before_they_return_do_not_nest() {
        AtomicInteger left = new AtomicInteger(10_000);
        AtomicInteger depth = new AtomicInteger();
        AtomicInteger deepest = new AtomicInteger();
        transport.atSend(() -> {
            deepest.accumulateAndGet(depth.incrementAndGet(), Math::max);
            if (left.decrementAndGet() > 0) {
                offer("next");
            }
            depth.decrementAndGet();
        });
        offer("first");

        assertThat(transport.messages()).hasSize(10_000);
        assertThat(deepest).hasValue(1);
    }

    @Test
    void ten_thousand_sends_that_are_done_one_after_another_do_not_overflow_the_stack() {
        transport.hold();
        IntStream.range(0, 10_000).forEach(i -> outbox.offer(i % 2 == 0 ? Payload.ofText("t") : Payload.ofBytes(new byte[1], false)));
        transport.holdNoLonger().done(null);

        assertThat(transport.recordsInMessages()).hasSize(10_000);
        assertThat(outbox.waitingBytes()).isZero();
    }

    @Test
    void what_waits_while_the_transport_is_away_leaves_together_when_it_is_there_again() {
        transport.away(true);
        offer("a", "b");
        assertThat(transport.messages()).isEmpty();
        assertThat(outbox.stalledNanos(System.nanoTime())).isZero();

        transport.away(false);
        outbox.write();
        assertThat(transport.messages()).containsExactly("ab");
    }

    @Test
    void an_outbox_with_nothing_left_is_drained_though_the_transport_is_away() {
        transport.away(true);
        outbox.finish(null);

        assertThat(events.told()).containsExactly("drained");
    }

    @Test
    void an_outbox_is_not_drained_while_its_last_record_waits_for_the_transport() {
        transport.away(true);
        outbox.finish(Payload.ofText("last"));
        assertThat(events.told()).isEmpty();

        transport.away(false);
        outbox.write();
        assertThat(transport.messages()).containsExactly("last");
        assertThat(events.told()).containsExactly("drained");
    }
}
