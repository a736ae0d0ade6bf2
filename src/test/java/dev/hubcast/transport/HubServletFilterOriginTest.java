package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubServletFilterOriginTest {

    private final FilterInTest hubs = new FilterInTest("https://www.friend.example");

    static List<FakeRequest> everyWay() {
        return List.of(FakeRequest.of("POST", "/chat/negotiate").query("negotiateVersion=1"),
                FakeRequest.webSocket("/chat"),
                FakeRequest.of("GET", "/chat").query("id=x").header("Accept", "text/event-stream"),
                FakeRequest.of("GET", "/chat").query("id=x"),
                FakeRequest.of("POST", "/chat").query("id=x"),
                FakeRequest.of("DELETE", "/chat").query("id=x"),
                FakeRequest.of("OPTIONS", "/chat/negotiate"));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void a_foreign_page_is_refused_on_every_way(FakeRequest request) throws Exception {
        FakeResponse response = hubs.send(request.header("Origin", "https://evil.example").as("ada", "editor"));

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.body()).contains("hubcast.allowed-origins");
        assertThat(response.headers()).doesNotContainKey("Access-Control-Allow-Origin");
        assertThat(hubs.passedOn).isZero();
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void a_page_that_the_author_refuses_has_no_way_round(FakeRequest request) throws Exception {
        FilterInTest picky = new FilterInTest(FilterInTest.REFUSED);

        FakeResponse response = picky.send(request.at("/picky").header("Origin", FilterInTest.REFUSED));

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("The configurator refuses this origin");
        assertThat(response.headers()).doesNotContainKey("Access-Control-Allow-Origin");
        assertThat(picky.passedOn).isZero();
    }

    @Test
    void the_author_is_asked_about_pages_alone() throws Exception {
        hubs.send(FakeRequest.webSocket("/picky"));
        hubs.send(FakeRequest.webSocket("/picky").header("Origin", "https://www.friend.example"));

        assertThat(hubs.admitted).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "http://example.com.", "http://example.com:8080", "http://EXAMPLE.com", "https://example.com",
        "http://example.com.evil.org", "http://evil.org", "http://www.example.com", "https://www.friend.example.evil.org", ""})
    void no_trick_gets_past(String origin) throws Exception {
        assertThat(hubs.send(FakeRequest.webSocket("/chat").header("Origin", origin)).status()).isEqualTo(403);
        assertThat(hubs.passedOn).isZero();
    }

    @Test
    void two_origins_are_refused() throws Exception {
        FakeRequest request = FakeRequest.webSocket("/chat").header("Origin", "http://example.com").header("Origin", "http://example.com");

        assertThat(hubs.send(request).status()).isEqualTo(403);
    }

    @Test
    void the_applications_own_page_needs_no_headers() throws Exception {
        FakeResponse response = hubs.send(FakeRequest.of("POST", "/chat/negotiate").header("Origin", "http://example.com"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void the_own_page_is_that_of_the_requests_scheme_and_host() throws Exception {
        FakeRequest secure = FakeRequest.webSocket("/chat").secure().without("Host").header("Host", "Other.example:443")
                .header("Origin", "https://other.example");

        hubs.send(secure);

        assertThat(hubs.admitted).hasSize(1);
    }

    @Test
    void a_configured_page_may_read_the_answer() throws Exception {
        FakeResponse response = hubs.send(FakeRequest.of("POST", "/chat/negotiate").header("Origin", "https://www.friend.example"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers())
                .containsEntry("Access-Control-Allow-Origin", "https://www.friend.example")
                .containsEntry("Access-Control-Allow-Credentials", "true")
                .containsEntry("Vary", "Origin");
    }

    @Test
    void a_configured_page_may_send_headers_of_its_own() throws Exception {
        FakeResponse response = hubs.send(FakeRequest.of("OPTIONS", "/chat").header("Origin", "https://www.friend.example")
                .header("Access-Control-Request-Headers", "x-branch,x-requested-with"));

        assertThat(response.header("Access-Control-Allow-Headers").split(", *")).contains("x-branch", "Authorization");
    }

    @Test
    void a_preflight_is_answered_before_anybody_is_logged_in() throws Exception {
        FakeResponse response = hubs.send(FakeRequest.of("OPTIONS", "/edit/negotiate").header("Origin", "https://www.friend.example"));

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.header("Access-Control-Allow-Headers")).contains("X-Requested-With", "X-SignalR-User-Agent", "Authorization");
        assertThat(response.header("Access-Control-Allow-Methods")).contains("GET", "POST", "DELETE");
    }

    @Test
    void a_configured_page_may_read_why_it_is_refused() throws Exception {
        FakeResponse response = hubs.send(FakeRequest.of("POST", "/edit/negotiate").header("Origin", "https://www.friend.example"));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers()).containsKey("Access-Control-Allow-Origin");
    }
}
