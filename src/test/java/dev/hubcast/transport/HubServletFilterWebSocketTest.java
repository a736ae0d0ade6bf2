package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.HubRequest;
import dev.hubcast.connection.Eventually;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubServletFilterWebSocketTest {

    private final FilterInTest hubs = new FilterInTest();

    @ParameterizedTest
    @CsvSource(value = {"NULL", "id=", "id", "room=1"}, nullValues = "NULL")
    void negotiating_may_be_skipped(String query) throws Exception {
        FakeResponse response = hubs.send(FakeRequest.webSocket("/chat").query(query));

        assertThat(response.status()).isZero();
        assertThat(hubs.admitted).singleElement().satisfies(connection -> {
            assertThat(connection.id()).matches("[A-Za-z0-9_-]{22}");
            assertThat(connection).hasToString("/chat/" + connection.id());
            assertThat(connection.identity().authenticated()).isFalse();
        });
    }

    @Test
    void the_request_is_copied_without_its_secrets() throws Exception {
        hubs.send(FakeRequest.webSocket("/rooms/java").query("lang=de&lang=en&access_token=secret")
                .header("X-More", "1").header("X-More", "2").cookie("a", "1").cookie("a", "2").as("ada", "editor", "other"));

        HubRequest request = hubs.admitted.get(0).request();
        assertThat(request.path()).isEqualTo("/rooms/java");
        assertThat(request.pathParameters()).isEqualTo(Map.of("room", "java"));
        assertThat(request.queryParameters()).isEqualTo(Map.of("lang", List.of("de", "en")));
        assertThat(request.queryParameter("lang")).isEqualTo("de");
        assertThat(request.headers()).containsEntry("x-more", List.of("1", "2"));
        assertThat(request.header("HOST")).isEqualTo("example.com");
        assertThat(request.header("none")).isNull();
        assertThat(request.cookies()).isEqualTo(Map.of("a", "1"));
        assertThat(request.remoteAddress()).isEqualTo("192.0.2.1");
        assertThat(request).hasToString("request to /rooms/java");
        assertThat(hubs.admitted.get(0).identity().name()).isEqualTo("ada");
        assertThat(hubs.admitted.get(0).identity().roles()).containsExactly("editor");
    }

    @Test
    void a_token_opens_one_websocket() throws Exception {
        String token = hubs.negotiate("/chat", "ada");

        hubs.send(FakeRequest.webSocket("/chat").query("id=" + token).as("ada"));
        FakeResponse second = hubs.send(FakeRequest.webSocket("/chat").query("id=" + token).as("ada"));

        assertThat(hubs.admitted).hasSize(1);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void a_token_is_gone_with_its_connection() throws Exception {
        String token = hubs.negotiate("/chat", null);
        hubs.send(FakeRequest.webSocket("/chat").query("id=" + token));

        hubs.admitted.get(0).transportClosed(new CloseReason(CloseCodes.NORMAL_CLOSURE, ""));

        Eventually.holds(() ->
                assertThat(hubs.send(FakeRequest.webSocket("/chat").query("id=" + token)).status()).isEqualTo(404));
    }

    @Test
    void who_comes_back_while_the_connection_ends_is_told_that_it_is_over() throws Exception {
        String token = FilterInTest.json(hubs.send(FakeRequest.of("POST", "/chat/negotiate")
                .query("negotiateVersion=1&useStatefulReconnect=true"))).getString("connectionToken");
        hubs.send(FakeRequest.webSocket("/chat").query("id=" + token));

        hubs.admitted.get(0).abort(); // and the client does not answer
        FakeResponse late = hubs.send(FakeRequest.webSocket("/chat").query("id=" + token));

        assertThat(late.status()).isEqualTo(204);
        assertThat(late.body()).isEmpty();
        hubs.admitted.get(0).transportClosed(new CloseReason(CloseCodes.NORMAL_CLOSURE, ""));
        assertThat(hubs.send(FakeRequest.webSocket("/chat").query("id=" + token)).status()).isEqualTo(404);
        assertThat(hubs.admitted).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "%00", "AAAAAAAAAAAAAAAAAAAAAA"})
    void a_token_that_nobody_knows_is_not_found(String token) throws Exception {
        FakeResponse response = hubs.send(FakeRequest.webSocket("/chat").query("id=" + token));

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("No Connection with that ID");
        assertThat(hubs.passedOn).isZero();
    }

    @Test
    void the_id_is_no_token_and_the_token_opens_no_other_hub() throws Exception {
        String token = hubs.negotiate("/chat", null);
        String id = hubs.endpoints.find("/chat").endpoint().negotiations().find(token).connectionId();

        assertThat(hubs.send(FakeRequest.webSocket("/chat").query("id=" + id)).status()).isEqualTo(404);
        assertThat(hubs.send(FakeRequest.webSocket("/rooms/1").query("id=" + token)).status()).isEqualTo(404);
        assertThat(hubs.passedOn).isZero();
    }

    @Test
    void anothers_token_is_refused_and_does_its_owner_no_harm() throws Exception {
        String token = hubs.negotiate("/chat", "ada");

        assertThat(hubs.send(FakeRequest.webSocket("/chat").query("id=" + token).as("eve")).status()).isEqualTo(403);
        assertThat(hubs.send(FakeRequest.webSocket("/chat").query("id=" + token)).status()).isEqualTo(403);
        hubs.send(FakeRequest.webSocket("/chat").query("id=" + token).as("ada"));
        assertThat(hubs.admitted).hasSize(1);
    }

    @Test
    void a_bad_handshake_leaves_the_token_as_it_is() throws Exception {
        String token = hubs.negotiate("/chat", null);

        FakeResponse bad = hubs.send(FakeRequest.webSocket("/chat").without("Sec-WebSocket-Key").query("id=" + token));

        assertThat(bad.status()).isEqualTo(400);
        hubs.send(FakeRequest.webSocket("/chat").query("id=" + token));
        assertThat(hubs.admitted).hasSize(1);
    }

    @Test
    void a_token_is_free_again_if_the_container_did_not_upgrade() throws Exception {
        String token = hubs.negotiate("/chat", null);
        FilterInTest.Container upgrading = hubs.container;
        hubs.container = () -> { };
        hubs.send(FakeRequest.webSocket("/chat").query("id=" + token));

        hubs.container = upgrading;
        hubs.send(FakeRequest.webSocket("/chat").query("id=" + token));

        assertThat(hubs.admitted).hasSize(1);
    }

    @Test
    void a_token_is_free_again_if_the_container_failed() throws Exception {
        String token = hubs.negotiate("/chat", null);
        FilterInTest.Container upgrading = hubs.container;
        for (Exception failure : List.of(new IOException(), new ServletException(), new IllegalStateException())) {
            hubs.container = () -> HubServletFilterWebSocketTest.sneak(failure);
            assertThatThrownBy(() -> hubs.send(FakeRequest.webSocket("/chat").query("id=" + token))).isSameAs(failure);
        }

        hubs.container = upgrading;
        hubs.send(FakeRequest.webSocket("/chat").query("id=" + token));

        assertThat(hubs.admitted).hasSize(1);
    }

    @Test
    void a_token_is_free_again_if_the_container_failed_after_its_handshake() throws Exception {
        String token = hubs.negotiate("/chat", null);
        FilterInTest.Container upgrading = hubs.container;
        hubs.container = () -> {
            Admission.take();
            throw new IOException();
        };
        assertThatThrownBy(() -> hubs.send(FakeRequest.webSocket("/chat").query("id=" + token))).isInstanceOf(IOException.class);

        hubs.container = upgrading;
        hubs.send(FakeRequest.webSocket("/chat").query("id=" + token));

        assertThat(hubs.admitted).hasSize(1);
    }

    @Test
    void an_upgrade_outside_the_filter_is_told_the_reason() {
        assertThatThrownBy(Admission::take).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("without passing Hubcast's filter");
    }

    @Test
    void nothing_stays_on_the_thread_of_an_upgrade() throws Exception {
        hubs.send(FakeRequest.webSocket("/chat"));

        assertThatThrownBy(Admission::take).isInstanceOf(IllegalStateException.class);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void sneak(Exception failure) throws E {
        throw (E) failure;
    }
}
