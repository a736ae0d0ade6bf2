package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.Payload;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who has much to say waits until little waits. */
class OutboxLowTest {

    private final FakeTransport transport = new FakeTransport();
    private final OutboxEvents events = new OutboxEvents();
    private final Outbox outbox = new Outbox(transport, 200, events);
    private final AtomicInteger told = new AtomicInteger();

    private static Payload record(int size) {
        return Payload.ofText("x".repeat(size));
    }

    @Test
    void where_little_waits_it_is_told_at_once() {
        transport.hold();
        outbox.offer(record(99));
        outbox.whenLow(told::incrementAndGet);

        assertThat(told).hasValue(1);
    }

    @Test
    void where_much_waits_it_is_told_as_soon_as_enough_was_written_and_once() {
        transport.hold();
        outbox.offer(record(60));
        outbox.offer(record(60));
        outbox.offer(record(60));
        outbox.whenLow(told::incrementAndGet);
        assertThat(told).hasValue(0);

        transport.done(null);
        assertThat(told).as("120 of 200 bytes wait").hasValue(0);
        transport.holdNoLonger().done(null);
        assertThat(told).hasValue(1);
        outbox.offer(record(150));
        assertThat(told).hasValue(1);
    }

    @Test
    void those_who_wait_go_on_one_by_one_while_little_waits() {
        transport.hold();
        outbox.offer(record(120));
        for (int i = 0; i < 3; i++) {
            outbox.whenLow(() -> {
                told.incrementAndGet();
                outbox.admit(record(60), System.nanoTime());
            });
        }
        transport.done(null);
        assertThat(told).as("with two records of 60 bytes it is enough").hasValue(2);

        transport.done(null);
        assertThat(told).hasValue(3);
    }

    @Test
    void who_has_waited_does_not_end_the_connection_by_what_others_have_said_meanwhile() {
        transport.hold();
        outbox.offer(record(150));
        outbox.offer(record(150));
        outbox.admit(record(60), System.nanoTime());
        assertThat(events.told()).isEmpty();

        outbox.offer(record(1));
        assertThat(events.told()).containsExactly("overflowed");
    }

    @Test
    void when_the_client_goes_nobody_goes_on() {
        transport.hold();
        outbox.offer(record(150));
        outbox.whenLow(told::incrementAndGet);
        outbox.discard();
        transport.done(null);

        assertThat(told).hasValue(0);
    }
}
