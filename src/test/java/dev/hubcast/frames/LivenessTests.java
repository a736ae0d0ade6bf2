package dev.hubcast.frames;

import static dev.hubcast.frames.FramesApplication.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawRequest;
import dev.hubcast.itest.RawWebSocket;
import jakarta.json.Json;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Signs of life from both sides, on a hub with short times; played by {@link FramesIT}. */
interface LivenessTests extends FramesApplication {

    String PING = "{\"type\":6}" + END;
    Duration CLIENT_TIMEOUT = Duration.ofSeconds(2);

    @Test
    default void a_silent_server_pings_within_the_keep_alive_interval() {
        RawWebSocket socket = connect("hurried").socket();

        for (int i = 0; i < 3; i++) {
            assertThat(socket.receive("a ping", Duration.ofSeconds(3)).text()).isEqualTo(PING);
        }
    }

    @Test
    default void a_client_that_never_pinged_may_be_silent() {
        RawHubClient client = connect("hurried");
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < CLIENT_TIMEOUT.multipliedBy(2).toNanos()) {
            assertThat(client.socket().receive().text()).isEqualTo(PING);
        }

        assertAnswers(client);
    }

    @Test
    default void a_client_that_has_pinged_and_falls_silent_is_closed_and_may_reconnect() {
        RawHubClient client = connect("hurried");
        client.sendText(PING);
        long begun = System.nanoTime();

        assertThat(client.receivedClose()).isEqualTo(CLOSED_BY_RULE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(CLIENT_TIMEOUT, Duration.ofSeconds(8));
        client.socket().expectClose(1000);
    }

    @Test
    default void a_client_that_goes_on_pinging_stays() {
        RawHubClient client = connect("hurried");
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < CLIENT_TIMEOUT.multipliedBy(2).toNanos()) {
            client.sendText(PING);
            assertThat(client.socket().receive().text()).isEqualTo(PING);
        }

        assertAnswers(client);
    }

    /** As Python's signalrcore does: no version, the id as the token, and pings by itself. */
    @Test
    default void a_client_of_version_0_that_pings_by_itself_is_served() {
        String id = RawRequest.of("POST", URI.create(hub("hurried") + "/negotiate")).header("Content-Type", "application/json")
                .body("").send().json().getString("connectionId");
        try (var client = RawHubConnector.to(hub("hurried")).skippingNegotiation().query("id", id).connect()) {
            for (int i = 0; i < 4; i++) {
                client.sendRecord(Json.createObjectBuilder().add("type", 6).build());
                client.sendText("{\"type\": 1, \"headers\": {}, \"target\": \"echo\", \"arguments\": [\"x\"], \"invocationId\": \"" + i
                        + "\"}" + END);
                assertThat(client.completionOf(String.valueOf(i)).getString("result")).isEqualTo("x");
                assertThat(client.socket().receive().text()).isEqualTo(PING);
            }
        }
    }

    @Test
    default void a_connection_that_is_reset_ends_once() {
        RawHubClient client = connect("frames");
        String id = idOf(client);
        client.socket().reset();

        assertThat(codeOf(id)).isPositive();
        assertThat(neighbour().invoke("departuresOf", id)).isEqualTo(Json.createValue(1));
    }
}
