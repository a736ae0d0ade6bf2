package dev.hubcast.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.HttpAnswer;
import dev.hubcast.itest.RawHandshake;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawRequest;
import jakarta.json.Json;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which pages may use a hub; played by {@link NegotiateIT}. */
interface OriginTests {

    String CONFIGURED = "https://www.example.com";

    /** A hub's address; {@code open} lets {@link #CONFIGURED} in. */
    URI hub(String name);

    private RawRequest negotiation(String method) {
        RawRequest request = RawRequest.of(method, URI.create(hub("open") + "/negotiate?negotiateVersion=1"));
        return method.equals("POST") ? request.body("") : request;
    }

    private String own() {
        return "http://" + hub("open").getAuthority();
    }

    private void assertRefused(UnaryOperator<RawRequest> origin) {
        for (RawRequest request : List.of(negotiation("POST"), negotiation("OPTIONS"), RawHandshake.request(hub("open")),
                RawRequest.of("GET", hub("open")), RawRequest.of("POST", hub("open")).body("x"), RawRequest.of("DELETE", hub("open")))) {
            HttpAnswer answer = origin.apply(request).send();

            assertThat(answer.status()).as(request.toString()).isEqualTo(403);
            assertThat(answer.header("Access-Control-Allow-Origin")).as(request.toString()).isNull();
            assertThat(answer.body()).doesNotContain("connectionId");
        }
    }

    @Test
    default void a_page_of_another_origin_is_refused_whatever_it_calls_itself() {
        String port = ":" + hub("open").getPort();
        Stream.of("https://evil.example.org", "null", "", "*", "x", "file://",
                        own() + ".", own() + "/", own() + ".evil.org", own().replace("http:", "https:"), own().replace("http:", "HTTP:"),
                        own().replace(port, ""), own().replace(port, ":1"), own().replace("http://", "http://me@"),
                        own() + " https://evil.example.org", own() + "," + own(),
                        "https://www.example.com.", "https://www.example.com.evil.org", "https://WWW.example.com", "https://example.com",
                        "https://www.example.com:443", "https://www.example.com:444", "http://www.example.com", "https://xwww.example.com",
                        "https://evil.example.org#https://www.example.com", "https://www.example.com@evil.example.org",
                        "https://www.example.com, https://www.example.com", "https://www.example.com/")
                .forEach(origin -> assertRefused(request -> request.header("Origin", origin)));
    }

    @Test
    default void two_origins_are_refused_even_if_each_is_good() {
        assertRefused(request -> request.header("Origin", own()).header("Origin", own()));
        assertRefused(request -> request.header("Origin", CONFIGURED).header("origin", CONFIGURED));
        assertRefused(request -> request.header("Origin", own()).header("Origin", "https://evil.example.org"));
    }

    @Test
    default void the_applications_own_page_connects_and_needs_no_cors() {
        try (var client = RawHubConnector.to(hub("open")).header("Origin", own()).connect()) {
            assertThat(client.invoke("echo", "x")).isEqualTo(Json.createValue("x"));
        }
        assertThat(negotiation("POST").header("Origin", own()).send().headers()).doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    default void a_configured_page_connects_and_may_read_the_answers() {
        for (String origin : List.of(CONFIGURED, "http://localhost:3000")) {
            HttpAnswer answer = negotiation("POST").header("Origin", origin).send();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("Access-Control-Allow-Origin", List.of(origin))
                    .containsEntry("Access-Control-Allow-Credentials", List.of("true")).containsEntry("Vary", List.of("Origin"));
            try (var client = RawHubConnector.to(hub("open")).header("Origin", origin).connect()) {
                assertThat(client.invoke("echo", "x")).isEqualTo(Json.createValue("x"));
            }
        }
    }

    @Test
    default void a_configured_pages_browser_may_ask_beforehand() {
        HttpAnswer answer = negotiation("OPTIONS").header("Origin", CONFIGURED)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "x-requested-with,x-signalr-user-agent").send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(CONFIGURED);
        assertThat(answer.header("Access-Control-Allow-Methods").split(", ")).contains("GET", "POST", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers").split(", "))
                .contains("X-Requested-With", "X-SignalR-User-Agent", "Authorization", "Content-Type");
    }

    @Test
    default void an_origin_that_is_configured_for_one_hub_is_foreign_to_others() {
        RawRequest request = RawRequest.of("POST", URI.create(hub("members") + "/negotiate")).body("").header("Origin", CONFIGURED);

        assertThat(request.send().status()).isEqualTo(403);
    }
}
