package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain requests at a hub's path, with the reference server's statuses and texts. */
class HubServletFilterHttpTest {

    private final FilterInTest hubs = new FilterInTest();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chats", "/chat/x", "/other", "/rooms", "/chat/negotiate/x"})
    void what_is_no_hubs_path_is_passed_on_untouched(String path) throws Exception {
        hubs.container = () -> { };

        FakeResponse response = hubs.send(FakeRequest.of("GET", path).header("Origin", "https://evil.example"));

        assertThat(hubs.passedOn).isEqualTo(1);
        assertThat(response.status()).isZero();
        assertThat(response.headers()).isEmpty();
    }

    @Test
    void the_path_is_that_of_servlet_and_path_info() throws Exception {
        assertThat(hubs.send(FakeRequest.of("POST", "/rooms").pathInfo("/1/negotiate")).status()).isEqualTo(200);
        assertThat(hubs.send(FakeRequest.of("POST", "").pathInfo("/chat/negotiate")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET,", "GET,id=", "GET,id", "GET,x=1", "POST,", "POST,id=", "DELETE,", "DELETE,id="})
    void a_plain_request_needs_an_id(String method, String query) throws Exception {
        FakeResponse response = hubs.send(FakeRequest.of(method, "/chat").query(query));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("Connection ID required");
        assertThat(response.header("Content-Type")).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void an_unknown_id_is_not_found(String method) throws Exception {
        FakeResponse response = hubs.send(FakeRequest.of(method, "/chat").query("id=unknown"));

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("No Connection with that ID");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   405, POST requests are not allowed for WebSocket connections.",
        "DELETE, 400, Cannot terminate this connection using the DELETE endpoint.",
        "GET,    400, Cannot change transports mid-connection"})
    void a_connection_with_a_websocket_takes_nothing_else(String method, int status, String text) throws Exception {
        String token = hubs.negotiate("/chat", null);
        hubs.send(FakeRequest.webSocket("/chat").query("id=" + token));

        FakeResponse response = hubs.send(FakeRequest.of(method, "/chat").query("id=" + token));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(text);
    }

    @Test
    void events_are_told_apart_from_polls() throws Exception {
        String query = "id=" + hubs.negotiate("/sockets", null);

        FakeResponse events = hubs.send(FakeRequest.of("GET", "/sockets").query(query).header("Accept", "text/event-stream"));
        FakeResponse poll = hubs.send(FakeRequest.of("GET", "/sockets").query(query).header("Accept", "*/*"));

        assertThat(events.status()).isEqualTo(404);
        assertThat(events.body()).isEqualTo("ServerSentEvents transport not supported by this end point type");
        assertThat(events.headers()).doesNotContainKey("Expires");
        assertThat(poll.status()).isEqualTo(404);
        assertThat(poll.body()).isEqualTo("LongPolling transport not supported by this end point type");
        assertThat(poll.headers())
                .containsEntry("Cache-Control", "no-cache, no-store")
                .containsEntry("Pragma", "no-cache")
                .containsEntry("Expires", "Thu, 01 Jan 1970 00:00:00 GMT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void anothers_connection_is_refused(String method) throws Exception {
        String token = hubs.negotiate("/chat", "ada");

        assertThat(hubs.send(FakeRequest.of(method, "/chat").query("id=" + token).as("eve")).status()).isEqualTo(403);
        assertThat(hubs.send(FakeRequest.of(method, "/chat").query("id=" + token)).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "HEAD", "PATCH", "TRACE", "get"})
    void other_methods_are_not_allowed(String method) throws Exception {
        assertThat(hubs.send(FakeRequest.of(method, "/chat").query("id=x")).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", "PUT"})
    void access_is_judged_at_every_request(String method) throws Exception {
        String query = "id=" + hubs.negotiate("/edit", "ada");

        assertThat(hubs.send(FakeRequest.of(method, "/edit").query(query)).status()).isEqualTo(401);
        assertThat(hubs.send(FakeRequest.of(method, "/edit").query(query).as("ada", "admin")).status()).isEqualTo(403);
        assertThat(hubs.send(FakeRequest.webSocket("/edit").query(query)).status()).isEqualTo(401);
    }
}
