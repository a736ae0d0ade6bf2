package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.HubConnection;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubServletFilterNegotiateTest {

    private static final String TRANSPORTS = "[{\"transport\":\"WebSockets\",\"transferFormats\":[\"Text\",\"Binary\"]},"
            + "{\"transport\":\"ServerSentEvents\",\"transferFormats\":[\"Text\"]},"
            + "{\"transport\":\"LongPolling\",\"transferFormats\":[\"Text\",\"Binary\"]}]";

    private final FilterInTest hubs = new FilterInTest();

    @ParameterizedTest
    @ValueSource(strings = {"negotiateVersion=1", "NegotiateVersion=1", "negotiateVersion=99", "a=b&negotiateVersion=%31",
        "negotiateVersion=+1"})
    void version_1_has_an_id_and_a_token(String query) throws Exception {
        FakeResponse response = hubs.send(FakeRequest.of("POST", "/chat/negotiate").query(query));
        JsonObject answer = FilterInTest.json(response);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Type")).isEqualTo("application/json");
        assertThat(response.header("Content-Length")).isEqualTo(String.valueOf(response.body().length()));
        assertThat(answer.keySet()).containsExactlyInAnyOrder("negotiateVersion", "connectionId", "connectionToken", "availableTransports");
        assertThat(answer.getInt("negotiateVersion")).isEqualTo(1);
        assertThat(answer.getString("connectionToken")).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(answer.getString("connectionId"));
        assertThat(answer.getJsonArray("availableTransports")).hasToString(TRANSPORTS);
    }

    @ParameterizedTest
    @CsvSource(value = {"NULL", "negotiateVersion=0", "other=1"}, nullValues = "NULL")
    void version_0_has_an_id_alone_which_is_the_token(String query) throws Exception {
        JsonObject answer = FilterInTest.json(hubs.send(FakeRequest.of("POST", "/chat/negotiate").query(query)));

        assertThat(answer.keySet()).containsExactlyInAnyOrder("negotiateVersion", "connectionId", "availableTransports");
        assertThat(answer.getInt("negotiateVersion")).isZero();
        hubs.send(FakeRequest.webSocket("/chat").query("id=" + answer.getString("connectionId")));
        assertThat(hubs.admitted).singleElement().extracting(HubConnection::id)
                .isEqualTo(answer.getString("connectionId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"negotiateVersion=one", "negotiateVersion=1.0", "negotiateVersion=", "negotiateVersion",
        "negotiateVersion=9999999999"})
    void a_version_that_is_no_integer_is_an_error_in_words(String query) throws Exception {
        FakeResponse response = hubs.send(FakeRequest.of("POST", "/chat/negotiate").query(query));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"error\":\"The client requested a non-integer protocol version.\"}");
    }

    @Test
    void a_version_below_0_is_an_error_in_words() throws Exception {
        assertThat(hubs.send(FakeRequest.of("POST", "/chat/negotiate").query("negotiateVersion=-1")).body()).isEqualTo(
                "{\"error\":\"The client requested version '-1', but the server does not support this version.\"}");
    }

    @ParameterizedTest
    @CsvSource(value = {"NULL", "negotiateVersion=0"}, nullValues = "NULL")
    void a_version_below_the_hubs_own_bound_is_an_error_in_words(String query) throws Exception {
        assertThat(hubs.send(FakeRequest.of("POST", "/modern/negotiate").query(query)).body()).isEqualTo(
                "{\"error\":\"The client requested version '0', but the server does not support this version.\"}");
        assertThat(FilterInTest.json(hubs.send(FakeRequest.of("POST", "/modern/negotiate").query("negotiateVersion=1"))))
                .containsKey("connectionToken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD", "PATCH", "post"})
    void negotiating_is_posting(String method) throws Exception {
        assertThat(hubs.send(FakeRequest.of(method, "/chat/negotiate")).status()).isEqualTo(405);
    }

    @Test
    void a_websocket_at_the_negotiate_address_is_none() throws Exception {
        assertThat(hubs.send(FakeRequest.webSocket("/chat/negotiate")).status()).isEqualTo(405);
        assertThat(hubs.passedOn).isZero();
    }

    @Test
    void a_query_that_is_badly_encoded_is_refused() throws Exception {
        assertThat(hubs.send(FakeRequest.of("POST", "/chat/negotiate").query("negotiateVersion=%zz")).status()).isEqualTo(400);
    }

    @Test
    void transports_that_are_switched_off_are_not_offered() throws Exception {
        JsonObject answer = FilterInTest.json(hubs.send(FakeRequest.of("POST", "/events/negotiate").query("negotiateVersion=1")));

        assertThat(answer.getJsonArray("availableTransports").getValuesAs(JsonObject.class)).extracting(each -> each.getString("transport"))
                .containsExactly("ServerSentEvents", "LongPolling");
    }

    @Test
    void stateful_reconnect_is_granted_to_who_asks_for_it() throws Exception {
        JsonObject answer = FilterInTest.json(hubs.send(
                FakeRequest.of("POST", "/chat/negotiate").query("negotiateVersion=1&useStatefulReconnect=true")));

        assertThat(answer.getBoolean("useStatefulReconnect")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/chat,negotiateVersion=1&useStatefulReconnect=false", "/chat,negotiateVersion=1", "/chat,useStatefulReconnect=true",
        "/events,negotiateVersion=1&useStatefulReconnect=true", "/sockets,negotiateVersion=1&useStatefulReconnect=true"})
    void stateful_reconnect_is_not_granted_where_nobody_asks_or_it_cannot_be(String path, String query) throws Exception {
        JsonObject answer = FilterInTest.json(hubs.send(FakeRequest.of("POST", path + "/negotiate").query(query)));

        assertThat(answer.keySet()).doesNotContain("useStatefulReconnect");
    }

    @Test
    void too_many_that_nobody_came_for_are_refused() throws Exception {
        Negotiations negotiations = hubs.endpoints.find("/chat").endpoint().negotiations();
        for (int i = 0; i < Negotiations.MOST_WAITING; i++) {
            negotiations.begin(null, true, false);
        }

        assertThat(hubs.send(FakeRequest.of("POST", "/chat/negotiate")).status()).isEqualTo(503);
        assertThat(hubs.send(FakeRequest.of("POST", "/rooms/1/negotiate")).status()).isEqualTo(200);
    }

    @Test
    void who_may_not_connect_may_not_negotiate() throws Exception {
        assertThat(hubs.send(FakeRequest.of("POST", "/edit/negotiate"))).satisfies(nobody -> {
            assertThat(nobody.status()).isEqualTo(401);
            assertThat(nobody.body()).isEqualTo("Unauthorized");
        });
        assertThat(hubs.send(FakeRequest.of("POST", "/edit/negotiate").as("ada", "admin")).status()).isEqualTo(403);
        assertThat(hubs.send(FakeRequest.of("POST", "/edit/negotiate").as("ada", "editor")).status()).isEqualTo(200);
    }
}
