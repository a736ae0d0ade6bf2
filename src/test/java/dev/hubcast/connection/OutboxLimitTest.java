package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.Payload;
import org.junit.jupiter.api.Test;

class OutboxLimitTest {

    private static final int LIMIT = 10;

    private final FakeTransport transport = new FakeTransport();
    private final OutboxEvents events = new OutboxEvents();
    private final Outbox outbox = new Outbox(transport, LIMIT, events);

    private void offer(int size) {
        outbox.offer(Payload.ofText("x".repeat(size)));
    }

    @Test
    void up_to_the_limit_may_wait_with_what_is_in_flight() {
        transport.hold();
        offer(4);
        offer(6);

        assertThat(events.told()).isEmpty();
        assertThat(outbox.waitingBytes()).isEqualTo(LIMIT);
    }

    @Test
    void a_record_over_the_limit_is_not_taken_and_the_owner_is_told() {
        transport.hold();
        offer(4);
        offer(6);
        offer(1);
        transport.holdNoLonger().done(null);

        assertThat(events.told()).containsExactly("overflowed");
        assertThat(transport.messages()).extracting(String::length).containsExactly(4, 6);
    }

    @Test
    void one_record_of_any_size_is_taken_when_nothing_waits() {
        offer(100 * LIMIT);
        offer(50 * LIMIT);

        assertThat(events.told()).isEmpty();
        assertThat(transport.messages()).extracting(String::length).containsExactly(100 * LIMIT, 50 * LIMIT);
    }

    @Test
    void a_large_record_is_taken_behind_a_small_one() {
        transport.hold();
        offer(3);
        offer(100 * LIMIT);
        transport.holdNoLonger().done(null);

        assertThat(events.told()).isEmpty();
        assertThat(transport.messages()).extracting(String::length).containsExactly(3, 100 * LIMIT);
    }

    @Test
    void a_large_record_in_flight_leaves_no_room_for_another() {
        transport.hold();
        offer(100 * LIMIT);
        offer(1);

        assertThat(events.told()).containsExactly("overflowed");
    }

    @Test
    void what_was_written_makes_room() {
        transport.hold();
        for (int i = 0; i < 20; i++) {
            offer(LIMIT);
            transport.done(null);
        }

        assertThat(events.told()).isEmpty();
        assertThat(transport.messages()).hasSize(20);
    }

    @Test
    void the_last_record_is_taken_whatever_waits() {
        transport.hold();
        offer(4);
        offer(6);
        outbox.finish(Payload.ofText("the last"));
        transport.holdNoLonger().done(null);

        assertThat(transport.messages()).containsExactly("xxxx", "xxxxxxthe last");
        assertThat(events.told()).containsExactly("drained");
    }
}
