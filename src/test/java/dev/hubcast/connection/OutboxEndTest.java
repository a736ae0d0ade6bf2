package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.Payload;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OutboxEndTest {

    private final FakeTransport transport = new FakeTransport();
    private final OutboxEvents events = new OutboxEvents();
    private final Outbox outbox = new Outbox(transport, 1024, events);

    private void offer(String record) {
        outbox.offer(Payload.ofText(record));
    }

    @Test
    void an_idle_outbox_is_drained_at_once() {
        outbox.finish(null);

        assertThat(events.told()).containsExactly("drained");
        assertThat(transport.messages()).isEmpty();
    }

    @Test
    void the_last_record_is_written_before_the_outbox_is_drained() {
        transport.hold();
        outbox.finish(Payload.ofText("last"));
        assertThat(transport.messages()).containsExactly("last");
        assertThat(events.told()).isEmpty();

        transport.done(null);
        assertThat(events.told()).containsExactly("drained");
    }

    @Test
    void what_waits_leaves_together_with_the_last_record() {
        transport.hold();
        offer("a");
        offer("b");
        outbox.finish(Payload.ofText("last"));
        transport.done(null);
        assertThat(transport.messages()).containsExactly("a", "blast");
        assertThat(events.told()).isEmpty();

        transport.done(null);
        assertThat(events.told()).containsExactly("drained");
    }

    @Test
    void nothing_is_taken_after_the_last_record() {
        outbox.finish(Payload.ofText("last"));
        offer("late");
        outbox.write();

        assertThat(transport.messages()).containsExactly("last");
        assertThat(events.told()).containsExactly("drained");
    }

    @Test
    void nothing_that_waits_is_written_after_a_discard() {
        transport.hold();
        offer("a");
        offer("b");
        outbox.discard();
        offer("c");
        transport.done(null);

        assertThat(transport.messages()).containsExactly("a");
        assertThat(events.told()).isEmpty();
    }

    @Test
    void a_discarded_outbox_is_drained_when_its_send_is_done() {
        transport.hold();
        offer("a");
        outbox.finish(Payload.ofText("last"));
        outbox.discard();
        assertThat(events.told()).isEmpty();

        transport.done(null);
        assertThat(transport.messages()).containsExactly("a");
        assertThat(events.told()).containsExactly("drained");
    }

    @Test
    void a_failed_write_is_told_and_nothing_more_is_written() {
        transport.hold();
        offer("a");
        offer("b");
        transport.done(new IOException("gone"));
        offer("c");

        assertThat(transport.messages()).containsExactly("a");
        assertThat(events.told()).containsExactly("failed: gone");
    }

    @Test
    void a_write_that_fails_during_the_end_still_drains_the_outbox() {
        transport.hold();
        outbox.finish(Payload.ofText("last"));
        transport.done(new IOException("gone"));

        assertThat(events.told()).containsExactly("failed: gone", "drained");
    }
}
