package dev.hubcast.itest;

import static dev.hubcast.itest.ScriptedServer.http;
import static dev.hubcast.itest.ScriptedServer.soon;
import static dev.hubcast.itest.ScriptedServer.webSocket;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawWebSocketTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    // Each waits for the client to end, so that the server does not.
    private static final ScriptedServer.Script ECHO = webSocket((socket, wire) -> {
        Frame frame = Frame.read(wire, soon());
        wire.write(frame.unmasked().bytes());
        wire.takeRest(soon());
    });

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 1_000_000})
    void a_frame_of_any_length_goes_there_and_back(int length) throws Exception {
        String text = "x".repeat(length);
        try (var server = new ScriptedServer(ECHO); var client = RawWebSocket.open(server.uri("/ws"))) {
            client.send(Frame.text(text));

            Frame echoed = client.receive();

            assertThat(echoed.text()).isEqualTo(text);
            assertThat(echoed.opcode()).isEqualTo(Frame.TEXT);
            assertThat(echoed.fin()).isTrue();
        }
    }

    @Test
    void a_frame_may_be_sent_in_pieces() throws Exception {
        try (var server = new ScriptedServer(ECHO); var client = RawWebSocket.open(server.uri("/ws"))) {
            client.sendSplit(Frame.text("in pieces").bytes(), 1, 2, 5, 9);

            assertThat(client.receive().text()).isEqualTo("in pieces");
        }
    }

    @Test
    void final_bit_reserved_bits_and_opcode_are_free() throws Exception {
        try (var server = new ScriptedServer(ECHO); var client = RawWebSocket.open(server.uri("/ws"))) {
            client.send(Frame.of(0xB, "odd".getBytes(UTF_8)).reserved(5).unfinished());

            Frame echoed = client.receive();

            assertThat(echoed.opcode()).isEqualTo(0xB);
            assertThat(echoed.rsv()).isEqualTo(5);
            assertThat(echoed.fin()).isFalse();
        }
    }

    @Test
    void a_declared_length_may_be_a_lie() {
        assertThat(Frame.text("").unmasked().declaring(Long.MAX_VALUE)).containsExactly(0x81, 127, 127, 255, 255, 255, 255, 255, 255, 255);
        assertThat(Frame.text("").unmasked().declaring(-1)).containsExactly(0x81, 127, 255, 255, 255, 255, 255, 255, 255, 255);
    }

    @Test
    void a_refusal_is_shown_with_status_headers_and_body() throws Exception {
        try (var server = new ScriptedServer(http("403 Forbidden\r\nContent-Length: 7\r\nX-Why: origin", "foreign"))) {
            HttpAnswer answer = RawHandshake.request(server.uri("/ws")).header("Origin", "http://evil.example").send();

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.header("x-why")).isEqualTo("origin");
            assertThat(answer.body()).isEqualTo("foreign");
        }
    }

    @Test
    void a_chunked_body_is_put_together() throws Exception {
        try (var server = new ScriptedServer(http("200 OK\r\nTransfer-Encoding: chunked", "4\r\nwhol\r\n1\r\ne\r\n0\r\n\r\n"))) {
            assertThat(RawRequest.of("GET", server.uri("/")).send().body()).isEqualTo("whole");
        }
    }

    @Test
    void opening_a_refused_web_socket_fails_with_the_answer() throws Exception {
        try (var server = new ScriptedServer(http("404 Not Found\r\nContent-Length: 0", ""))) {
            assertThatThrownBy(() -> RawWebSocket.open(server.uri("/nowhere")))
                    .hasMessageContaining("/nowhere").hasMessageContaining("404");
        }
    }

    @Test
    void a_wait_ends_and_says_what_was_expected_and_what_was_seen() throws Exception {
        try (var server = new ScriptedServer(ECHO); var client = RawWebSocket.open(server.uri("/ws"))) {
            client.send(Frame.text("the only one"));
            client.receive();

            assertThatThrownBy(() -> client.receive("a second frame", SHORT))
                    .hasMessageContaining("a second frame").hasMessageContaining("the only one").hasMessageContaining("50 ms");
        }
    }

    @Test
    void half_a_frame_is_kept_for_the_next_wait() throws Exception {
        byte[] bytes = Frame.text("in halves").unmasked().bytes();
        var server = new ScriptedServer(webSocket((socket, wire) -> {
            wire.write(new byte[] {bytes[0], bytes[1], bytes[2]});
            wire.take(1, soon());
            wire.write(Arrays.copyOfRange(bytes, 3, bytes.length));
            wire.takeRest(soon());
        }));
        try (server; var client = RawWebSocket.open(server.uri("/ws"))) {
            assertThatThrownBy(() -> client.receive("a frame", SHORT)).hasMessageContaining("3 bytes of the next");
            client.send(new byte[1]);

            assertThat(client.receive().text()).isEqualTo("in halves");
        }
    }

    @Test
    void a_close_frame_is_expected_by_its_code() throws Exception {
        var server = new ScriptedServer(webSocket((socket, wire) -> wire.write(Frame.close(1001, "going").unmasked().bytes())));
        try (server; var client = RawWebSocket.open(server.uri("/ws"))) {
            assertThat(client.expectClose(1001).toString()).contains("1001 going");
            client.expectEnd();
        }
    }

    @Test
    void another_close_code_is_a_failure() throws Exception {
        var server = new ScriptedServer(webSocket((socket, wire) -> wire.write(Frame.close(1011, "").unmasked().bytes())));
        try (server; var client = RawWebSocket.open(server.uri("/ws"))) {
            assertThatThrownBy(() -> client.expectClose(1000)).hasMessageContaining("1000").hasMessageContaining("1011");
        }
    }

    @Test
    void silence_is_broken_by_a_frame_and_by_the_end() throws Exception {
        try (var server = new ScriptedServer(ECHO); var client = RawWebSocket.open(server.uri("/ws"))) {
            client.expectSilence(SHORT);
            client.send(Frame.text("noise"));
            assertThatThrownBy(() -> client.expectSilence(Wire.PATIENCE)).hasMessageContaining("noise");
            client.halfClose();
            assertThatThrownBy(() -> client.expectSilence(Wire.PATIENCE)).hasMessageContaining("ended");
        }
    }

    @Test
    void a_masked_frame_from_the_server_is_a_failure() throws Exception {
        var server = new ScriptedServer(webSocket((socket, wire) -> wire.write(Frame.text("masked").bytes())));
        try (server; var client = RawWebSocket.open(server.uri("/ws"))) {
            assertThatThrownBy(client::receive).hasMessageContaining("masked frame");
        }
    }

    @Test
    void a_reset_reaches_the_server_as_one() throws Exception {
        var server = new ScriptedServer(webSocket((socket, wire) ->
                assertThatThrownBy(() -> wire.takeRest(soon())).hasMessageContaining("reset")));
        try (server) {
            RawWebSocket.open(server.uri("/ws")).reset();
        }
    }

    @Test
    void a_client_that_does_not_read_makes_the_server_wait() throws Exception {
        CountDownLatch serverWaits = new CountDownLatch(1);
        var server = new ScriptedServer(webSocket((socket, wire) -> {
            var written = wire.write(Frame.of(Frame.BINARY, new byte[8_000_000]).unmasked().bytes());
            assertThatThrownBy(() -> written.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            serverWaits.countDown();
            written.get(10, TimeUnit.SECONDS);
        }));
        try (server; var client = RawHandshake.open(RawHandshake.request(server.uri("/ws")).receiveBuffer(16_384))) {
            assertThat(serverWaits.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(client.receive().payload()).hasSize(8_000_000);
        }
    }
}
