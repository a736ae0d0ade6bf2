package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {

    private final TestHub test = new TestHub();
    private final Peer peer = test.peer();

    @AfterEach
    void end() {
        test.close();
    }

    private void assertRefused(String error) {
        Eventually.value(peer.transport().closed());
        assertThat(peer.hears()).containsExactly("{\"error\":\"" + error + "\"}");
        assertThat(test.code.noted()).isEmpty();
        assertThat(test.hub.connectionCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void the_json_protocol_is_accepted_in_every_version_that_is_known(int version) {
        peer.says("{\"protocol\":\"json\",\"version\":" + version + "}");

        Eventually.holds(() -> assertThat(peer.hears()).containsExactly(Peer.ACCEPTED));
        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly("opened"));
        assertThat(test.hub.connectionCount()).isEqualTo(1);
    }

    @Test
    void who_reads_that_it_is_accepted_can_be_reached_already() {
        try (TestHub eager = new TestHub(TestHub.outboxLimit(2))) { // which has every record written at once
            Peer client = eager.peer();
            CompletableFuture<Integer> known = new CompletableFuture<>();
            client.transport().atSend(() -> known.complete(eager.hub.connectionCount()));

            client.says(Peer.HANDSHAKE);

            assertThat(Eventually.value(known)).isEqualTo(1);
        }
    }

    @Test
    void a_handshake_may_come_in_parts_and_together_with_a_call() {
        String all = FakeTransport.asText(Peer.HANDSHAKE, "{\"type\":1,\"invocationId\":\"1\",\"target\":\"a\",\"arguments\":[]}");
        all.chars().forEach(each -> peer.sendsRaw(Character.toString(each)));

        peer.heardExactly("{\"type\":3,\"invocationId\":\"1\",\"result\":\"a\"}");
    }

    @Test
    void a_call_waits_until_on_open_is_done() {
        CompletableFuture<HubHandler.OpenOutcome> opening = new CompletableFuture<>();
        test.code.onOpen(connection -> opening);
        peer.says(Peer.HANDSHAKE, "{\"type\":1,\"target\":\"a\",\"arguments\":[]}");
        Eventually.holds(() -> assertThat(peer.hears()).containsExactly(Peer.ACCEPTED));
        assertThat(test.code.noted()).containsExactly("opened");

        opening.complete(HubHandler.OpenOutcome.SUCCEEDED);
        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly("opened", "a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"protocol\":\"xml\",\"version\":1}  | The protocol 'xml' is not supported.",
        "{\"protocol\":\"json\",\"version\":3} | The server does not support version 3 of the 'json' protocol.",
        "{\"protocol\":\"json\"}               | An unexpected error occurred during connection handshake.",
        "{\"type\":6}                          | An unexpected error occurred during connection handshake.",
        "GET / HTTP/1.1                        | An unexpected error occurred during connection handshake."})
    void what_is_no_handshake_that_can_be_accepted_is_refused(String record, String error) {
        peer.says(record);

        assertRefused(error);
    }

    @Test
    void a_handshake_over_the_limit_is_refused() {
        peer.sendsRaw("x".repeat(HubOptions.DEFAULTS.maximumReceiveMessageSize() + 1));

        assertRefused("Handshake was canceled.");
    }

    @Test
    void a_handshake_that_does_not_come_in_time_is_refused() {
        peer.sendsRaw("{\"proto");
        peer.connection().tick(System.nanoTime() + Duration.ofSeconds(14).toNanos());
        assertThat(peer.transport().closed()).isNotDone();

        peer.connection().tick(System.nanoTime() + Duration.ofSeconds(16).toNanos());
        assertRefused("Handshake was canceled.");
    }

    @Test
    void nothing_after_a_refused_handshake_is_heard() {
        peer.says("{\"protocol\":\"xml\",\"version\":1}", Peer.HANDSHAKE);
        peer.says(Peer.HANDSHAKE);

        assertRefused("The protocol 'xml' is not supported.");
    }

    @Test
    void a_user_identifier_that_cannot_be_told_refuses_the_handshake() {
        test.code.user(() -> {
            throw new IllegalStateException("no directory");
        });
        peer.says(Peer.HANDSHAKE);

        assertRefused("An unexpected error occurred during connection handshake.");
    }

    @Test
    void the_user_identifier_is_known_before_on_open() {
        CompletableFuture<String> seen = new CompletableFuture<>();
        test.code.user(() -> "ada").onOpen(connection -> {
            seen.complete(connection.userIdentifier());
            return CompletableFuture.completedStage(HubHandler.OpenOutcome.SUCCEEDED);
        });
        peer.connect();

        assertThat(Eventually.value(seen)).isEqualTo("ada");
    }
}
