package dev.hubcast.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.HttpAnswer;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import jakarta.json.Json;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author's configurator is asked, and what becomes of its answers: the same whoever's WebSocket it is. */
interface ConfiguratorTests extends WebSocketUnderTest {

    String CONFIGURED = "configured/java";
    String FRIEND = "https://friend.example.com";

    /** How clients get to a hub. */
    RawHubConnector to(String hub);

    @Test
    default void it_may_refuse_a_page_that_the_configuration_admits_and_the_token_is_not_spent() {
        String token = to(CONFIGURED).negotiate().json().getString("connectionToken");
        HttpAnswer refused = to(CONFIGURED).header("Origin", ConfiguredHub.BANNED).webSocketRequest(token).send();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("The configurator refuses this origin");
        try (RawHubClient friend = to(CONFIGURED).header("Origin", FRIEND).skippingNegotiation().query("id", token).connect()) {
            assertThat(friend.invoke("room")).isEqualTo(Json.createValue("java"));
        }
    }

    /** One that is asked about a page would not expect that there is none. */
    @Test
    default void it_is_not_asked_about_the_page_of_a_client_that_is_no_browser() {
        try (RawHubClient client = to(CONFIGURED).connect()) {
            assertThat(client.invoke("room")).isEqualTo(Json.createValue("java"));
        }
    }

    @Test
    default void it_sees_the_request_and_shapes_the_answer() {
        String eve = "Basic " + Base64.getEncoder().encodeToString("eve:eve".getBytes(UTF_8));
        try (RawHubClient client = to(CONFIGURED).skippingNegotiation().query("lang", "de").query("plus", "a+b c").header("X-Wanted", "one")
                .header("x-wanted", "two").header("Authorization", eve).connect()) {
            HttpAnswer answer = client.socket().answer();

            assertThat(answer.header("X-Path")).isEqualTo("/hubcast-test/hubs/configured/java");
            assertThat(answer.header("X-Query")).isEqualTo("lang=de&plus=a%2Bb+c");
            assertThat(answer.header("X-Parameters")).isEqualTo("{lang=[de], plus=[a+b c], room=[java]}");
            assertThat(answer.header("X-User")).isEqualTo("eve");
            assertThat(answer.header("X-Roles")).isEqualTo("reader true, writer false");
            assertThat(String.join(", ", answer.headers().get("X-Wanted"))).isEqualTo("one, two"); // in one header or in two
            assertThat(answer.header("X-Supported")).isEqualTo("[second, first]");
        }
    }

    @ParameterizedTest
    @CsvSource(value = {"first; first", "unheard-of, first; first", "unheard-of; NULL", "'third, first, second'; third",
        "'third,first,second'; third", "NULL; NULL"}, delimiter = ';', nullValues = "NULL")
    default void it_chooses_the_subprotocol_of_those_that_a_client_asks_for(String requested, String chosen) {
        RawHubConnector asking = requested == null ? to(CONFIGURED) : to(CONFIGURED).header("Sec-WebSocket-Protocol", requested);
        try (RawHubClient client = asking.query("x", "").connect()) {
            assertThat(client.socket().answer().header("Sec-WebSocket-Protocol")).isEqualTo(chosen);
        }
    }

    @Test
    default void subprotocols_may_stand_in_several_headers() {
        try (RawHubClient client = to(CONFIGURED).query("x", "").header("Sec-WebSocket-Protocol", "third")
                .header("Sec-WebSocket-Protocol", "first, second").connect()) {
            assertThat(client.socket().answer().header("Sec-WebSocket-Protocol"))
                    .isEqualTo(owner().readsOneHeaderOfSubprotocols() ? null : "third");
        }
    }
}
