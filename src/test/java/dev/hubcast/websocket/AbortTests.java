package dev.hubcast.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawHubClient;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Connections that end without the client's help: TCP is closed for real, and nobody else notices. */
interface AbortTests extends WebSocketUnderTest {

    int RECORDS = 150;
    int RECORD_BYTES = 100_000;
    Duration PATIENCE = Duration.ofSeconds(15);

    /** A client that does not read. */
    RawHubClient connectSlow(String hub);

    /** Has the server write more than the systems buffers hold. */
    private static void stall(RawHubClient client) {
        client.send("fill", RECORDS, RECORD_BYTES);
    }

    /** TCP has been closed at the other end, whatever is there to be read: the system answers what is written with a reset. */
    private static void assertTcpGone(RawHubClient client) {
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                client.socket().write(Frame.of(Frame.PONG, new byte[1]).bytes()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        });
    }

    /** The same where it all may wait. */
    private static void stall(RawHubClient client, String id, HubWatch watch) {
        stall(client);
        client.send("note", id);
        HubWatch.await(() -> "all to be written", () -> watch.client().invoke("wasNoted", id) == JsonValue.TRUE);
    }

    /** TCP ends when a closing connection's time for its last writes is over, unless the server's own WebSocket waits for its client. */
    private void assertAbandoned(RawHubClient client, String id, HubWatch watch) {
        if (!owner().abortsTcp()) {
            client.close();
        }
        watch.awaitTransports(1);
        watch.assertNothingQueued(id);
        if (owner().abortsTcp()) {
            assertTcpGone(client);
        }
    }

    @Test
    default void who_reads_nothing_is_hung_up_on_all_the_same() {
        HubWatch watch = watch(LARGE);
        RawHubClient slow = connectSlow(LARGE);
        String id = HubWatch.idOf(slow);
        stall(slow, id, watch);

        slow.send("hangUp");

        watch.assertEnded(id, "1000 Aborted by the hub.", 1);
        assertAbandoned(slow, id, watch);
        assertAnswers(watch.client());
    }

    @Test
    default void who_says_goodbye_and_reads_nothing_is_not_waited_for() {
        HubWatch watch = watch(LARGE);
        RawHubClient slow = connectSlow(LARGE);
        String id = HubWatch.idOf(slow);
        stall(slow, id, watch);

        slow.socket().send(Frame.close(1000, ""));

        assertThat(Integer.valueOf(watch.awaitEnd(id).split(" ")[0])).isIn(owner().heard(1000));
        watch.assertGone(id, 1);
        assertAbandoned(slow, id, watch);
        assertAnswers(watch.client());
    }

    @Test
    default void one_that_reads_nothing_is_aborted_when_too_much_waits_for_it() {
        HubWatch watch = watch(SOCKETS);
        RawHubClient slow = connectSlow(SOCKETS);
        String id = HubWatch.idOf(slow);
        stall(slow);

        assertThat(watch.awaitEnd(id)).startsWith("1013 ");
        watch.assertGone(id, 1);
        if (owner().abortsTcp()) {
            assertTcpGone(slow);
        } else {
            slow.close();
        }
        watch.awaitTransports(1);
    }
}
