package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.Payload;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class OutboxTimesTest {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final FakeTransport transport = new FakeTransport();
    private final Outbox outbox = new Outbox(transport, 1024, new OutboxEvents());

    @Test
    void only_a_write_in_flight_can_stall() {
        transport.hold();
        assertThat(outbox.stalledNanos(System.nanoTime() + MINUTE)).isZero();

        long before = System.nanoTime();
        outbox.offer(Payload.ofText("a"));
        assertThat(outbox.stalledNanos(before + MINUTE)).isPositive().isLessThanOrEqualTo(MINUTE);

        transport.done(null);
        assertThat(outbox.stalledNanos(System.nanoTime() + MINUTE)).isZero();
    }

    @Test
    void a_write_that_does_not_return_is_in_flight() {
        transport.hold().atSend(() -> assertThat(outbox.stalledNanos(System.nanoTime() + MINUTE)).isGreaterThanOrEqualTo(MINUTE));
        outbox.offer(Payload.ofText("a"));

        assertThat(transport.messages()).containsExactly("a");
    }

    @Test
    void each_write_has_its_own_time() {
        transport.hold();
        outbox.offer(Payload.ofText("a"));
        outbox.offer(Payload.ofText("b"));
        long between = System.nanoTime();
        transport.done(null);

        assertThat(outbox.stalledNanos(between + MINUTE)).isPositive().isLessThanOrEqualTo(MINUTE);
        assertThat(outbox.silentNanos(between + MINUTE)).isPositive().isLessThanOrEqualTo(MINUTE);
    }

    @Test
    void an_outbox_that_only_looks_for_something_to_write_does_not_stall() {
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> looking = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                outbox.write();
                begun.countDown();
            }
        });
        Eventually.open(begun);
        long longest = 0;
        for (int i = 0; i < 1_000_000; i++) {
            longest = Math.max(longest, outbox.stalledNanos(System.nanoTime() + MINUTE));
        }
        over.set(true);
        Eventually.value(looking);
        assertThat(longest).isZero();
    }
}
