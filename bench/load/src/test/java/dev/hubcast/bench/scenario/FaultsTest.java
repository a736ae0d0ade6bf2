package dev.hubcast.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.bench.measure.Faults;
import dev.hubcast.bench.socket.EventLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server's mistakes must show, or a report without faults says nothing. */
class FaultsTest {

    private static final Pace PACE = new Pace(Duration.ofMillis(50), Duration.ofMillis(150), Duration.ofMillis(300));
    private static final int CLUMSY_AT = 2;

    private byte[] heldBack;

    @Test
    void a_faithful_server_has_no_faults() throws IOException {
        for (Scenario scenario : List.of(new Fanout(5, 1, 1), new Fanout(5, 1, 16), new Fanout(5, 4, 1), new Echo(5, 1), new Echo(5, 8))) {
            LoadResult result = run(scenario, (sequence, message) -> List.of(message));

            assertThat(result.faults()).as(scenario.name()).isEqualTo(Faults.NONE);
            assertThat(result.operations()).isGreaterThan(50);
            assertThat(result.median()).isBetween(1_000.0, result.p99());
        }
    }

    @Test
    void a_swallowed_broadcast_is_lost() throws IOException {
        assertThat(run(new Fanout(5, 4, 1), (sequence, message) -> sequence == 3 || sequence == 9 ? List.of() : List.of(message)).faults())
                .isEqualTo(new Faults(2, 0, 0, 0, 0));
    }

    @Test
    void a_swallowed_answer_is_lost() throws IOException {
        assertThat(run(new Echo(5, 8), (sequence, message) -> sequence == 3 ? List.of() : List.of(message)).faults())
                .isEqualTo(new Faults(1, 0, 0, 0, 0));
    }

    @Test
    void a_repeated_broadcast_is_doubled() throws IOException {
        assertThat(run(new Fanout(5, 1, 16), (sequence, message) -> sequence == 3 ? List.of(message, message) : List.of(message)).faults())
                .isEqualTo(new Faults(0, 1, 0, 0, 0));
    }

    @Test
    void swapped_broadcasts_are_overtaken() throws IOException {
        assertThat(run(new Fanout(5, 1, 16), this::swapThirdAndFourth).faults()).isEqualTo(new Faults(0, 0, 1, 0, 0));
    }

    @Test
    void a_changed_message_is_damaged_and_so_lost() throws IOException {
        assertThat(run(new Fanout(5, 4, 1), (sequence, message) -> List.of(sequence == 3 ? changed(message) : message)).faults())
                .isEqualTo(new Faults(1, 0, 0, 1, 0));
    }

    @Test
    void a_closed_connection_loses_what_it_had_not_got_and_the_others_go_on() throws IOException {
        LoadResult result = run(new Fanout(5, 1, 16), (sequence, message) -> sequence == 20 ? null : List.of(message));

        assertThat(result.faults()).isEqualTo(new Faults(12, 0, 0, 0, 1));
        assertThat(result.operations()).isGreaterThan(50);
    }

    private List<byte[]> swapThirdAndFourth(long sequence, byte[] message) {
        if (sequence == 3) {
            heldBack = message;
            return List.of();
        }
        return sequence == 4 ? List.of(message, heldBack) : List.of(message);
    }

    private static byte[] changed(byte[] message) {
        byte[] changed = message.clone();
        changed[changed.length - 1] = '!';
        return changed;
    }

    private static LoadResult run(Scenario scenario, RawServer.Mistakes mistakes) throws IOException {
        try (EventLoop loop = new EventLoop(); RawServer server = new RawServer(CLUMSY_AT, mistakes)) {
            return (LoadResult) scenario.run(loop, server.address(), PACE);
        }
    }
}
