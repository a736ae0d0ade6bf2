package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.HubHandler.OpenOutcome;
import dev.hubcast.protocol.HubMessage.Ping;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the client reads last and what {@code @OnClose} hears, for each way in which a connection ends. */
class ClosingTest {

    private static final String CLOSE = "{\"type\":7}";
    private static final String COME_BACK = "{\"type\":7,\"allowReconnect\":true}";
    private static final String ERROR_COME_BACK = "{\"type\":7,\"error\":\"Connection closed with an error.\",\"allowReconnect\":true}";

    private final TestHub test = new TestHub();

    @AfterEach
    void end() {
        test.close();
    }

    /** The client has read this last record, the transport is closed in order, and {@code @OnClose} has heard why. */
    private void assertClosed(Peer peer, String lastRecord, String onClose) {
        assertThat(Eventually.value(peer.transport().closed())).isEqualTo(CloseCodes.NORMAL_CLOSURE);
        peer.heardExactly(lastRecord);
        assertThat(peer.transport().aborted()).isNotDone();
        assertHeard(onClose);
    }

    private void assertAborted(Peer peer, String onClose) {
        Eventually.value(peer.transport().aborted());
        assertThat(peer.transport().closed()).isNotDone();
        assertHeard(onClose);
    }

    private void assertHeard(String... noted) {
        List<String> all = new ArrayList<>(List.of("opened"));
        all.addAll(List.of(noted));
        Eventually.holds(() -> assertThat(test.code.noted()).isEqualTo(all));
        assertThat(test.hub.connectionCount()).isZero();
    }

    @Test
    void by_a_close_of_the_client() {
        Peer peer = test.connect();
        peer.says(CLOSE);

        assertClosed(peer, CLOSE, "closed 1000 ");
    }

    @Test
    void by_a_close_of_the_client_with_an_error() {
        Peer peer = test.connect();
        peer.says("{\"type\":7,\"error\":\"I am ill.\"}");

        assertClosed(peer, CLOSE, "closed 1000 I am ill.");
    }

    @Test
    void by_the_hub() {
        Peer peer = test.connect();
        peer.connection().abort();

        assertClosed(peer, CLOSE, "closed 1000 Aborted by the hub.");
    }

    @Test
    void by_an_on_open_that_fails() {
        test.code.onOpen(connection -> CompletableFuture.completedStage(OpenOutcome.failed("HubException: not today")));
        Peer peer = test.connect();

        Eventually.value(peer.transport().closed());
        peer.heardExactly("{\"type\":7,\"error\":\"Connection closed with an error. HubException: not today\"}");
        assertHeard();
        peer.vanishes();
        assertHeard();
    }

    @Test
    void by_a_record_that_breaks_the_rules() {
        Peer peer = test.connect();
        peer.says("{\"type\":");

        assertClosed(peer, ERROR_COME_BACK, "closed 1002 Bad record.");
    }

    @Test
    void by_a_record_over_the_limit() {
        Peer peer = test.connect();
        peer.sendsRaw("x".repeat(HubOptions.DEFAULTS.maximumReceiveMessageSize() + 1));

        assertClosed(peer, ERROR_COME_BACK, "closed 1009 Message over the limit.");
    }

    @Test
    void by_the_silence_of_a_client_that_has_pinged() {
        Peer peer = test.connect();
        peer.says("{\"type\":6}");
        peer.connection().tick(System.nanoTime() + Duration.ofSeconds(31).toNanos());

        assertClosed(peer, ERROR_COME_BACK, "closed 1006 Client timeout.");
    }

    @Test
    void by_the_end_of_the_server() {
        Peer peer = test.connect();
        test.hub.close();

        assertClosed(peer, COME_BACK, "closed 1001 Shutdown.");
    }

    @Test
    void by_the_loss_of_the_transport() {
        Peer peer = test.connect();
        peer.vanishes();

        assertHeard("closed 1006 lost");
        assertThat(peer.hears()).containsExactly(Peer.ACCEPTED);
    }

    @Test
    void by_a_write_that_fails() {
        Peer peer = test.connect().stalls();
        peer.connection().send(new Ping());
        peer.transport().done(new IOException("broken pipe"));

        assertAborted(peer, "closed 1006 Write failed.");
    }

    @Test
    void by_a_flood_of_calls() {
        Peer peer = test.connect();
        peer.connection().flooded();

        assertAborted(peer, "closed 1013 Too many calls wait.");
    }

    @Test
    void by_a_write_that_takes_too_long() {
        Peer peer = test.connect().stalls();
        peer.connection().send(new Ping());
        peer.connection().tick(System.nanoTime() + Duration.ofSeconds(11).toNanos());

        assertAborted(peer, "closed 1013 A write took longer than the send timeout.");
    }

    @Test
    void details_are_written_where_they_are_on() {
        try (TestHub detailed = new TestHub(TestHub.detailed())) {
            Peer tooBig = detailed.connect();
            tooBig.sendsRaw("x".repeat(HubOptions.DEFAULTS.maximumReceiveMessageSize() + 1));
            tooBig.heardExactly("{\"type\":7,\"error\":\"Connection closed with an error. InvalidDataException: The maximum message size of"
                    + " 32768B was exceeded. The message size can be configured by hubcast.maximum-receive-message-size.\","
                    + "\"allowReconnect\":true}");

            Peer silent = detailed.connect();
            silent.says("{\"type\":6}");
            silent.connection().tick(System.nanoTime() + Duration.ofSeconds(31).toNanos());
            silent.heardExactly("{\"type\":7,\"error\":\"Connection closed with an error. OperationCanceledException: Client hasn't sent a"
                    + " message/ping within the configured ClientTimeoutInterval.\",\"allowReconnect\":true}");
        }
    }

    @Test
    void a_connection_without_a_handshake_is_told_nothing_at_the_end_of_the_server() {
        Peer peer = test.peer();
        test.hub.close();

        Eventually.value(peer.transport().closed());
        assertThat(peer.hears()).isEmpty();
        assertThat(test.code.noted()).isEmpty();
    }

    @Test
    void a_close_timeout_aborts_a_client_that_does_not_read() {
        Peer peer = test.connect().stalls();
        peer.connection().abort();
        CompletableFuture<Void> aborted = peer.transport().aborted();
        peer.connection().tick(System.nanoTime() + Duration.ofSeconds(4).toNanos());
        assertThat(aborted).isNotDone();

        peer.connection().tick(System.nanoTime() + Duration.ofSeconds(6).toNanos());
        Eventually.value(aborted);
        assertHeard("closed 1000 Aborted by the hub.");
    }
}
