package dev.hubcast.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.context.TestUsers;
import dev.hubcast.itest.HttpAnswer;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.RawHandshake;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawRequest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Negotiation, tokens and upgrades, by requests that are right, wrong or meant ill; origins are in {@link OriginTests}. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class NegotiateIT implements OriginTests {

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(OpenHub.class, GuardedMethods.class, MembersHub.class, TestUsers.class)
                .addAsResource(new StringAsset("hubcast.hub.open.allowed-origins=" + CONFIGURED + ", http://localhost:3000\n"),
                        "META-INF/microprofile-config.properties");
    }

    @Override
    public URI hub(String name) {
        return base.resolve("hubs/" + name);
    }

    private HttpAnswer negotiate(String query) {
        return RawRequest.of("POST", URI.create(hub("open") + "/negotiate" + query)).body("").send();
    }

    private HttpAnswer upgrade(String hub, String token, UnaryOperator<RawRequest> change) {
        return change.apply(RawHandshake.request(URI.create(hub(hub) + "?id=" + token))).send();
    }

    private HttpAnswer upgrade(String token) {
        return upgrade("open", token, request -> request);
    }

    private static UnaryOperator<RawRequest> as(String user) {
        return request -> request.header("Authorization",
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8)));
    }

    private void assertThatServerLives() {
        try (RawHubClient client = RawHubClient.connect(hub("open"))) {
            assertThat(client.invoke("echo", "alive")).isEqualTo(Json.createValue("alive"));
        }
    }

    @Test
    void without_a_version_the_id_is_the_token() {
        JsonObject answer = negotiate("").json();

        assertThat(answer.getInt("negotiateVersion")).isZero();
        assertThat(answer).doesNotContainKey("connectionToken");
        try (var client = RawHubConnector.to(hub("open")).skippingNegotiation().query("id", answer.getString("connectionId")).connect()) {
            assertThat(client.invoke("echo", "x")).isEqualTo(Json.createValue("x"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?negotiateVersion=1", "?NEGOTIATEVERSION=1", "?negotiateVersion=99", "?a=b&negotiateVersion=2147483647&c"})
    void from_version_1_on_there_is_a_secret_token(String query) {
        JsonObject answer = negotiate(query).json();

        assertThat(answer.getInt("negotiateVersion")).isEqualTo(1);
        assertThat(answer.getString("connectionToken")).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(answer.getString("connectionId"));
        assertThat(answer.getString("connectionId")).matches("[A-Za-z0-9_-]{22}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?negotiateVersion=x", "?negotiateVersion=", "?negotiateVersion=1.5", "?negotiateVersion=99999999999"})
    void a_version_that_is_no_integer_is_an_error_in_a_good_answer(String query) {
        HttpAnswer answer = negotiate(query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(Json.createObjectBuilder()
                .add("error", "The client requested a non-integer protocol version.").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD", "PATCH"})
    void negotiation_is_by_post_alone(String method) {
        assertThat(RawRequest.of(method, URI.create(hub("open") + "/negotiate?negotiateVersion=1")).send().status()).isEqualTo(405);
    }

    @Test
    void a_large_body_is_not_waited_for() {
        HttpAnswer answer = RawRequest.of("POST", URI.create(hub("open") + "/negotiate?negotiateVersion=1"))
                .header("Content-Length", "10485760").send();

        assertThat(answer.json().getInt("negotiateVersion")).isEqualTo(1);
    }

    @Test
    void a_large_body_is_ignored_or_refused() {
        HttpAnswer answer = RawRequest.of("POST", URI.create(hub("open") + "/negotiate?negotiateVersion=1"))
                .body("x".repeat(10 * 1024 * 1024)).send();

        assertThat(answer.status()).isIn(200, 413);
        assertThatServerLives();
    }

    @Test
    void an_unknown_token_opens_nothing() {
        HttpAnswer answer = upgrade("nobody");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("No Connection with that ID");
    }

    @Test
    void the_public_id_is_no_token() {
        JsonObject negotiated = negotiate("?negotiateVersion=1").json();

        assertThat(upgrade(negotiated.getString("connectionId")).status()).isEqualTo(404);
        try (var rightful = RawHandshake.open(RawHandshake.request(URI.create(hub("open") + "?id=" + tokenOf(negotiated))))) {
            assertThat(rightful.answer().status()).isEqualTo(101);
        }
    }

    @Test
    void a_token_opens_no_other_hub() {
        JsonObject negotiated = RawHubConnector.to(hub("members")).changing(as("bob")).negotiate().json();

        assertThat(upgrade("open", tokenOf(negotiated), as("bob")).status()).isEqualTo(404);
    }

    @Test
    void a_stolen_token_is_of_no_use_to_another_user_and_still_works_for_its_own() {
        RawHubConnector ada = RawHubConnector.to(hub("open")).changing(as("ada"));
        String token = tokenOf(ada.negotiate().json());

        assertThat(upgrade("open", token, as("eve")).status()).isEqualTo(403);
        assertThat(upgrade(token).status()).as("anonymously").isEqualTo(403);

        try (var client = ada.skippingNegotiation().query("id", token).connect()) {
            assertThat(client.invoke("whileLoggedIn")).isEqualTo(Json.createValue("logged in"));
        }
    }

    @Test
    void other_requests_need_an_id_too() {
        assertThat(RawRequest.of("GET", hub("open")).send().status()).isEqualTo(400);
        assertThat(RawRequest.of("POST", hub("open")).body("x").send().status()).isEqualTo(400);
        assertThat(RawRequest.of("DELETE", hub("open")).send().status()).isEqualTo(400);
        assertThat(RawRequest.of("POST", URI.create(hub("open") + "?id=nobody")).body("x").send().status()).isEqualTo(404);
        assertThat(RawRequest.of("PUT", hub("open")).body("x").send().status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "14", "0", "x", ""})
    void another_version_of_websocket_is_told_the_right_one(String version) {
        HttpAnswer answer = RawHandshake.request(hub("open")).without("Sec-WebSocket-Version")
                .header("Sec-WebSocket-Version", version).send();

        assertThat(answer.status()).isEqualTo(426);
        assertThat(answer.header("Sec-WebSocket-Version")).isEqualTo("13");
    }

    @Test
    void a_missing_version_of_websocket_is_told_the_right_one() {
        HttpAnswer answer = RawHandshake.request(hub("open")).without("Sec-WebSocket-Version").send();

        assertThat(answer.status()).isEqualTo(426);
        assertThat(answer.header("Sec-WebSocket-Version")).isEqualTo("13");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "c2l4dGVlbiByYXcgYnl0", "c2l4dGVlbiByYXcgYnl0ZXM=", "not base64 at all!!!!!=="})
    void a_key_is_16_bytes_in_base64(String key) {
        assertThat(RawHandshake.request(hub("open")).without("Sec-WebSocket-Key").header("Sec-WebSocket-Key", key).send().status())
                .isEqualTo(400);
    }

    @Test
    void an_upgrade_without_key_or_connection_header_is_a_bad_request() {
        assertThat(RawHandshake.request(hub("open")).without("Sec-WebSocket-Key").send().status()).isEqualTo(400);
        assertThat(RawHandshake.request(hub("open")).without("Connection").header("Connection", "close").send().status()).isEqualTo(400);
    }

    @Test
    void a_bad_upgrade_does_not_spend_the_token() {
        String token = tokenOf(negotiate("?negotiateVersion=1").json());
        assertThat(upgrade("open", token, request -> request.without("Sec-WebSocket-Key")).status()).isEqualTo(400);

        try (var client = RawHubConnector.to(hub("open")).skippingNegotiation().query("id", token).connect()) {
            assertThat(client.invoke("echo", "x")).isEqualTo(Json.createValue("x"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"permessage-deflate", "permessage-deflate; client_max_window_bits; server_max_window_bits=99",
        "x-webkit-deflate-frame, permessage-deflate; client_no_context_takeover", "unheard-of; with=\"quotes\""})
    void compression_stays_off_whatever_a_client_offers(String extensions) {
        try (var client = RawHubConnector.to(hub("open")).header("Sec-WebSocket-Extensions", extensions).connect()) {
            assertThat(client.socket().answer().header("Sec-WebSocket-Extensions")).isNull();
            assertThat(client.invoke("echo", "x".repeat(10_000))).isEqualTo(Json.createValue("x".repeat(10_000)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";;;,,,===", "permessage-deflate; x=\"never closed", ", ; ,", "=", "\u00e4\u00f6\u00fc; \u00ff"})
    void extensions_that_make_no_sense_are_ignored_or_refused(String extensions) {
        RawRequest request = RawHandshake.request(hub("open")).header("Sec-WebSocket-Extensions", extensions);

        HttpAnswer answer = request.send();

        assertThat(answer.status()).isIn(101, 400);
        assertThat(answer.header("Sec-WebSocket-Extensions")).isNull();
        assertThatServerLives();
    }

    @Test
    void thousands_of_headers_are_the_clients_own_fault() {
        RawRequest request = RawRequest.of("POST", URI.create(hub("open") + "/negotiate?negotiateVersion=1")).body("");
        for (int i = 0; i < 5000; i++) {
            request.header("X-Many-" + i, "v");
        }

        assertThat(request.send().status()).isBetween(400, 499);
        assertThatServerLives();
    }

    @Test
    void a_header_of_64_kb_is_taken_or_the_clients_own_fault() {
        RawRequest negotiate = RawRequest.of("POST", URI.create(hub("open") + "/negotiate?negotiateVersion=1")).body("");
        String large = "x".repeat(64 * 1024);

        assertThat(negotiate.header("X-Large", large).send().status()).isLessThan(500);
        assertThat(RawHandshake.request(hub("open")).header("X-Large", large).send().status()).isLessThan(500);
        assertThatServerLives();
    }

    private static String tokenOf(JsonObject negotiated) {
        return negotiated.getString("connectionToken");
    }
}
