package dev.hubcast.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawHubClient;
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
