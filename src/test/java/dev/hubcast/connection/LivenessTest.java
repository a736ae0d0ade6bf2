package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.CallQueue.Kind;
import dev.hubcast.connection.CallQueue.Step;
import dev.hubcast.connection.Liveness.Verdict;
import dev.hubcast.protocol.Payload;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class LivenessTest {

    private static final Duration HANDSHAKE = Duration.ofSeconds(15);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(40);
    private static final Duration CLIENT = Duration.ofSeconds(30);
    private static final Duration SEND = Duration.ofSeconds(10);
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final HubOptions OPTIONS = options(HANDSHAKE);

    private final long start = System.nanoTime();
    private final HandExecutor workers = new HandExecutor();
    private final HandClock clock = new HandClock();
    private final FakeTransport transport = new FakeTransport();
    private final Outbox outbox = new Outbox(transport, 1024, new OutboxEvents());
    private final CallQueue calls = new CallQueue(workers, workers, new BurstWatch(clock, clock), 1, 1024);
    private final Liveness liveness = new Liveness(OPTIONS, start);

    private static HubOptions options(Duration handshake) {
        return new HubOptions(handshake, KEEP_ALIVE, CLIENT, SEND, CLOSE, AWAY, 1024, 2048, 1024, 1024, 1, 10, 100, false);
    }

    /** What the clock would do if it looked this much later than now. */
    private Verdict after(Duration duration) {
        return liveness.verdict(System.nanoTime() + duration.toNanos(), outbox, calls);
    }

    private Verdict justBefore(Duration duration) {
        return liveness.verdict(start + duration.toNanos() - 1, outbox, calls);
    }

    private void stepPending() {
        calls.add(List.of(CompletableFuture::new));
        workers.runAll();
    }

    @Test
    void a_handshake_is_late_after_its_timeout() {
        assertThat(justBefore(HANDSHAKE)).isEqualTo(Verdict.FINE);
        assertThat(after(HANDSHAKE)).isEqualTo(Verdict.HANDSHAKE_LATE);
    }

    @Test
    void bytes_that_are_no_handshake_do_not_prolong_its_time() {
        liveness.received();

        assertThat(liveness.verdict(start + HANDSHAKE.toNanos() + 1, outbox, calls)).isEqualTo(Verdict.HANDSHAKE_LATE);
    }

    @Test
    void a_handshake_that_is_being_accepted_is_not_late() {
        stepPending();

        assertThat(after(HANDSHAKE.multipliedBy(10))).isEqualTo(Verdict.FINE);
    }

    @Test
    void a_client_that_never_pinged_may_be_silent() {
        liveness.accepted();
        liveness.received();

        assertThat(after(CLIENT.plusSeconds(1))).isEqualTo(Verdict.FINE);
    }

    @Test
    void a_client_that_pinged_may_be_silent_until_its_timeout() {
        liveness.accepted();
        liveness.pinged();

        assertThat(justBefore(CLIENT)).isEqualTo(Verdict.FINE);
        assertThat(after(CLIENT)).isEqualTo(Verdict.CLIENT_SILENT);
    }

    @Test
    void anything_that_comes_shows_that_the_client_lives() {
        liveness.accepted();
        liveness.pinged();
        long silentSince = System.nanoTime();
        liveness.received();

        assertThat(liveness.verdict(silentSince + CLIENT.toNanos(), outbox, calls)).isEqualTo(Verdict.FINE);
    }

    @Test
    void a_client_is_not_silent_while_its_call_runs() {
        liveness.accepted();
        liveness.pinged();
        stepPending();

        assertThat(after(CLIENT.plusSeconds(1))).isEqualTo(Verdict.FINE);
    }

    @Test
    void a_client_may_be_silent_no_longer_because_a_call_waits_for_its_answer() {
        liveness.accepted();
        liveness.pinged();
        Step call = new Step() {

            @Override
            public CompletionStage<?> run() {
                return new CompletableFuture<>();
            }

            @Override
            public Kind kind() {
                return Kind.CALL;
            }
        };
        calls.add(List.of(call));
        workers.runAll();
        assertThat(after(CLIENT.plusSeconds(1))).isEqualTo(Verdict.FINE);
        calls.giveUpTurn(call, 1);

        assertThat(after(CLIENT.plusSeconds(1))).isEqualTo(Verdict.CLIENT_SILENT);
    }

    @Test
    void a_ping_is_due_when_nothing_was_written_for_the_interval() {
        liveness.accepted();
        outbox.offer(Payload.ofText("a"));

        assertThat(after(KEEP_ALIVE.minusSeconds(1))).isEqualTo(Verdict.FINE);
        assertThat(after(KEEP_ALIVE)).isEqualTo(Verdict.PING);
    }

    @Test
    void no_ping_is_due_before_the_handshake() {
        Liveness patient = new Liveness(options(Duration.ofHours(1)), start);

        assertThat(patient.verdict(System.nanoTime() + KEEP_ALIVE.toNanos(), outbox, calls)).isEqualTo(Verdict.FINE);
    }

    @Test
    void a_write_stalls_after_the_send_timeout_even_of_a_client_that_pings() {
        liveness.accepted();
        transport.hold();
        long before = System.nanoTime();
        outbox.offer(Payload.ofText("a"));
        assertThat(liveness.verdict(before + SEND.toNanos(), outbox, calls)).isEqualTo(Verdict.FINE);

        liveness.pinged();
        liveness.received();
        assertThat(after(SEND)).isEqualTo(Verdict.WRITE_STALLED);
        stepPending();
        assertThat(after(SEND)).isEqualTo(Verdict.WRITE_STALLED);
    }

    @Test
    void an_end_stalls_after_the_close_timeout_and_nothing_else_counts_any_more() {
        liveness.accepted();
        liveness.pinged();
        long before = System.nanoTime();
        liveness.ended();
        stepPending();

        assertThat(liveness.verdict(before + CLOSE.toNanos(), outbox, calls)).isEqualTo(Verdict.FINE);
        assertThat(after(CLOSE.plusNanos(1))).isEqualTo(Verdict.CLOSE_STALLED);
    }

    @Test
    void an_end_before_the_handshake_stalls_too() {
        liveness.ended();

        assertThat(after(CLOSE.plusNanos(1))).isEqualTo(Verdict.CLOSE_STALLED);
    }
}
