package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.protocol.Payload;
import jakarta.websocket.CloseReason.CloseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxRaceTest {

    private static final int SENDERS = 4;
    private static final int RECORDS_EACH = 20_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(2 * SENDERS);
    private final OutboxEvents events = new OutboxEvents();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void nothing_is_lost_or_doubled_and_each_sender_keeps_its_order() {
        ErraticTransport transport = new ErraticTransport();
        Outbox outbox = new Outbox(transport, Integer.MAX_VALUE, events);
        List<CompletableFuture<Void>> senders = IntStream.range(0, SENDERS)
                .mapToObj(sender -> CompletableFuture.runAsync(() -> IntStream.range(0, RECORDS_EACH)
                        .forEach(i -> outbox.offer(Payload.ofText(sender + ":" + i))), threads))
                .toList();
        senders.forEach(Eventually::value);
        outbox.finish(Payload.ofText("-1:0"));
        Eventually.holds(() -> assertThat(events.told()).containsExactly("drained"));

        assertThat(transport.overlaps).hasValue(0);
        assertThat(transport.sent).hasSize(SENDERS * RECORDS_EACH + 1).last().isEqualTo("-1:0");
        List<Integer> inOrder = IntStream.range(0, RECORDS_EACH).boxed().toList();
        Map<String, List<Integer>> bySender = transport.sent.stream()
                .map(record -> record.split(":"))
                .collect(Collectors.groupingBy(
                        parts -> parts[0], Collectors.mapping(parts -> Integer.valueOf(parts[1]), Collectors.toList())));
        assertThat(bySender).hasSize(SENDERS + 1)
                .allSatisfy((sender, numbers) -> assertThat(numbers).isEqualTo(inOrder.subList(0, numbers.size())));
        assertThat(outbox.waitingBytes()).isZero();
    }

    @Test
    void the_outbox_is_drained_once_and_never_while_a_write_is_in_flight() {
        for (int round = 0; round < 20_000; round++) {
            AtomicBoolean inFlight = new AtomicBoolean();
            AtomicInteger drained = new AtomicInteger();
            AtomicInteger early = new AtomicInteger();
            FakeTransport transport = new FakeTransport();
            transport.hold().atSend(() -> inFlight.set(true));
            Outbox outbox = new Outbox(transport, 1024, new OutboxEvents() {
                @Override
                public void drained() {
                    drained.incrementAndGet();
                    early.addAndGet(inFlight.get() ? 1 : 0);
                }
            });
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 20; i++) {
                    outbox.write();
                }
            }, threads);
            outbox.finish(Payload.ofText("last"));
            Eventually.value(writing);
            assertThat(drained).as("drained in round %d, while the last record is in flight", round).hasValue(0);
            inFlight.set(false);
            transport.done(null);
            assertThat(drained).hasValue(1);
            assertThat(early).hasValue(0);
        }
    }

    @Test
    void ends_that_race_drain_the_outbox_once() {
        for (int round = 0; round < 5_000; round++) {
            OutboxEvents owner = new OutboxEvents();
            Outbox outbox = new Outbox(new FakeTransport(), 1024, owner);
            outbox.offer(Payload.ofText("a"));
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> outbox.finish(null), threads);
            outbox.finish(null);
            Eventually.value(other);
            Eventually.holds(() -> assertThat(owner.told()).containsExactly("drained"));
        }
    }

    /** Is done with a send before it returns, at the same time, or later; on this thread or another. */
    private final class ErraticTransport implements Transport {

        final List<String> sent = new ArrayList<>();
        final AtomicInteger overlaps = new AtomicInteger();
        private final AtomicBoolean busy = new AtomicBoolean();

        @Override
        public TransportType type() {
            return TransportType.WEB_SOCKETS;
        }

        @Override
        public void send(List<Payload> records, Sent told) {
            if (!busy.compareAndSet(false, true)) {
                overlaps.incrementAndGet();
            }
            records.forEach(record -> sent.add(record.text()));
            Random random = ThreadLocalRandom.current();
            Runnable done = () -> {
                busy.set(false);
                told.done(null);
            };
            switch (random.nextInt(3)) {
                case 0 -> done.run();
                case 1 -> threads.execute(done);
                default -> threads.execute(() -> threads.execute(done));
            }
        }

        @Override
        public void close(CloseCode code) {}

        @Override
        public void abort() {}
    }
}
