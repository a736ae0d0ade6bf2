package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketRequestTest {

    private final FakeResponse response = new FakeResponse();

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "WebSocket", "h2c, websocket", " websocket "})
    void an_upgrade_to_websocket_is_recognised(String upgrade) {
        assertThat(WebSocketRequest.is(FakeRequest.of("GET", "/").header("Upgrade", upgrade).toServlet())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h2c", "websocket/13", "websockets", "web socket"})
    void another_upgrade_is_none(String upgrade) {
        assertThat(WebSocketRequest.is(FakeRequest.of("GET", "/").header("Upgrade", upgrade).toServlet())).isFalse();
        assertThat(WebSocketRequest.is(FakeRequest.of("GET", "/").toServlet())).isFalse();
    }

    @Test
    void the_word_may_stand_in_the_second_header_of_its_name() {
        FakeRequest request = FakeRequest.of("GET", "/").header("Upgrade", "h2c").header("Upgrade", "websocket");

        assertThat(WebSocketRequest.is(request.toServlet())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Upgrade", "upgrade", "keep-alive, Upgrade", "keep-alive,UPGRADE"})
    void a_good_handshake_has_no_problem(String connection) {
        assertThat(problem(FakeRequest.webSocket("/").without("Connection").header("Connection", connection))).isNull();
    }

    @Test
    void it_needs_the_connection_header() {
        assertThat(problem(FakeRequest.webSocket("/").without("Connection"))).isEqualTo(Answer.text(400, "Connection: Upgrade expected"));
        assertThat(problem(FakeRequest.webSocket("/").without("Connection").header("Connection", "close")).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "0", "14", "13, 8", "thirteen", ""})
    void another_version_is_told_the_right_one(String version) {
        Answer answer = problem(FakeRequest.webSocket("/").without("Sec-WebSocket-Version").header("Sec-WebSocket-Version", version));

        assertThat(answer.status()).isEqualTo(426);
        assertThat(response.header("Sec-WebSocket-Version")).isEqualTo("13");
        assertThat(problem(FakeRequest.webSocket("/").without("Sec-WebSocket-Version")).status()).isEqualTo(426);
    }

    @ParameterizedTest
    @CsvSource({"''", "dGhlIHNhbXBsZQ==", "dGhlIHNhbXBsZSBub25jZSBpcyB0b28gbG9uZw==", "not base64 at all!", "dGhlIHNhbXBsZSBub25jZQ===", "dGhlIHNhbXBsZSBub25jZQ"})
    void a_key_is_16_bytes_in_base64(String key) {
        assertThat(problem(FakeRequest.webSocket("/").without("Sec-WebSocket-Key").header("Sec-WebSocket-Key", key)).status())
                .isEqualTo(400);
        assertThat(problem(FakeRequest.webSocket("/").without("Sec-WebSocket-Key")).status()).isEqualTo(400);
    }

    @Test
    void a_header_that_must_not_be_there_twice_counts_as_none() {
        assertThat(problem(FakeRequest.webSocket("/").header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")).status()).isEqualTo(400);
        assertThat(problem(FakeRequest.webSocket("/").header("Sec-WebSocket-Version", "8")).status()).isEqualTo(426);
    }

    @Test
    void it_has_no_body() {
        assertThat(problem(FakeRequest.webSocket("/").header("Content-Length", "1"))).isEqualTo(Answer.text(400, "No body expected"));
        assertThat(problem(FakeRequest.webSocket("/").header("Transfer-Encoding", "chunked")).status()).isEqualTo(400);
        assertThat(problem(FakeRequest.webSocket("/").header("Content-Length", "0"))).isNull();
    }

    @Test
    void it_speaks_http_1_1() {
        assertThat(problem(FakeRequest.webSocket("/").protocol("HTTP/1.0"))).isEqualTo(Answer.text(400, "HTTP/1.1 expected"));
    }

    private Answer problem(FakeRequest request) {
        return WebSocketRequest.problem(request.toServlet(), response.toServlet());
    }
}
