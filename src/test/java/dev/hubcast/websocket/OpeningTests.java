package dev.hubcast.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HttpAnswer;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawHandshake;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawRequest;
import dev.hubcast.itest.RawWebSocket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Base64;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The opening handshake (RFC 6455, section 4): each wrong one has its status, whoever's WebSocket it would have become. */
interface OpeningTests extends WebSocketUnderTest {

    /** A request that is good but for one thing. */
    enum Mistake {

        NO_CONNECTION_HEADER(400, request -> request.without("Connection")),
        CONNECTION_CLOSE(400, request -> request.without("Connection").header("Connection", "close")),
        CONNECTION_KEEP_ALIVE(400, request -> request.without("Connection").header("Connection", "keep-alive")),
        NO_KEY(400, request -> request.without(KEY)),
        AN_EMPTY_KEY(400, request -> request.without(KEY).header(KEY, "")),
        A_SHORT_KEY(400, request -> request.without(KEY).header(KEY, "c2l4dGVlbiByYXcgYnl0")),
        A_LONG_KEY(400, request -> request.without(KEY).header(KEY, "c2l4dGVlbiByYXcgYnl0ZXM=")),
        A_KEY_WITHOUT_PADDING(400, request -> request.without(KEY).header(KEY, "c2l4dGVlbiByYXcgYnl0ZQ")),
        A_KEY_THAT_IS_NOT_BASE64(400, request -> request.without(KEY).header(KEY, "not base64 at all!!!!!==")),
        TWO_KEYS(400, request -> request.header(KEY, "c2l4dGVlbiByYXcgYnl0ZQ==")),
        EXTENSIONS_WITHOUT_NAMES(400, request -> request.header("Sec-WebSocket-Extensions", ";x=1, =2")),
        A_BODY(400, request -> request.body("hello")),
        A_BODY_IN_CHUNKS(400, request -> request.body("5\r\nhello\r\n0\r\n\r\n").without("Content-Length")
                .header("Transfer-Encoding", "chunked")),
        HTTP_1_0(400, request -> request.version("HTTP/1.0")),
        NO_HOST(400, request -> request.without("Host")),
        NO_VERSION(426, request -> request.without(VERSION)),
        AN_EMPTY_VERSION(426, request -> request.without(VERSION).header(VERSION, "")),
        VERSION_8(426, request -> request.without(VERSION).header(VERSION, "8")),
        VERSION_14(426, request -> request.without(VERSION).header(VERSION, "14")),
        VERSIONS_13_AND_8(426, request -> request.header(VERSION, "8")),
        ANOTHERS_TOKEN(403, request -> request.header("Authorization", basic("eve"))),
        A_FOREIGN_PAGE(403, request -> request.header("Origin", "https://evil.example.org")),
        TWO_PAGES(403, request -> request.header("Origin", "https://a.example.org").header("Origin", "https://b.example.org"));

        private final int status;
        private final UnaryOperator<RawRequest> change;

        Mistake(int status, UnaryOperator<RawRequest> change) {
            this.status = status;
            this.change = change;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String KEY = "Sec-WebSocket-Key";
    String VERSION = "Sec-WebSocket-Version";

    /** How clients get to a hub. */
    RawHubConnector to(String hub);

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8));
    }

    private JsonObject negotiated() {
        return to(SOCKETS).negotiate().json();
    }

    private String token() {
        return negotiated().getString("connectionToken");
    }

    private void assertOpens(String token) {
        try (RawHubClient client = to(SOCKETS).skippingNegotiation().query("id", token).connect()) {
            assertThat(client.invoke("echo", "x")).isEqualTo(Json.createValue("x"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void a_mistake_has_its_status_and_does_not_spend_the_token(Mistake mistake) {
        String token = token();
        HttpAnswer answer = mistake.change.apply(to(SOCKETS).webSocketRequest(token)).send();

        assertThat(answer.status()).isEqualTo(mistake.status);
        assertThat(answer.header("Sec-WebSocket-Accept")).isNull();
        assertThat(answer.header(VERSION)).isEqualTo(mistake.status == 426 ? "13" : null);
        assertOpens(token);
    }

    @Test
    default void a_token_that_nobody_knows_is_not_found_and_neither_is_the_public_id() {
        assertThat(to(SOCKETS).webSocketRequest("nobody").send().status()).isEqualTo(404);
        assertThat(to(SOCKETS).webSocketRequest(negotiated().getString("connectionId")).send().status()).isEqualTo(404);
    }

    @Test
    default void a_token_opens_one_websocket_at_a_time_and_none_afterwards() {
        String token = token();
        try (RawWebSocket first = RawHandshake.open(to(SOCKETS).webSocketRequest(token))) {
            assertThat(to(SOCKETS).webSocketRequest(token).send().status()).isEqualTo(409);

            first.send(Frame.close(1000, ""));
            first.expectClose(1000);
            first.expectEnd();
        }
        HubWatch.await(() -> "404, once the server too has ended the connection",
                () -> to(SOCKETS).webSocketRequest(token).send().status() == 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS"})
    default void only_get_upgrades(String method) {
        String token = token();
        RawRequest request = RawRequest.of(method, to(SOCKETS).webSocketRequest(token).uri()).without("Connection")
                .header("Connection", "Upgrade").header("Upgrade", "websocket").header(VERSION, "13").header(KEY, "c2l4dGVlbiByYXcgYnl0ZQ==");

        assertThat(request.send().status()).isNotEqualTo(101);
        assertOpens(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "WEBSOCKET", "WebSocket", " websocket "})
    default void the_word_websocket_may_be_written_in_any_case(String upgrade) {
        RawRequest request = to(SOCKETS).webSocketRequest(token()).without("Upgrade").header("Upgrade", upgrade);

        RawHandshake.open(request).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "UPGRADE", "keep-alive, Upgrade", "Upgrade,keep-alive"})
    default void the_word_upgrade_may_be_written_in_any_case_and_company(String connection) {
        RawRequest request = to(SOCKETS).webSocketRequest(token()).without("Connection").header("Connection", connection);

        RawHandshake.open(request).close();
    }

    @Test
    default void names_of_headers_may_be_written_in_any_case() {
        RawRequest request = RawRequest.of("GET", to(SOCKETS).webSocketRequest(token()).uri()).without("Connection")
                .header("connection", "upgrade").header("UPGRADE", "websocket").header("sec-websocket-version", "13")
                .header("SEC-WEBSOCKET-KEY", Base64.getEncoder().encodeToString("sixteen raw byte".getBytes(UTF_8)));

        RawHandshake.open(request).close();
    }
}
