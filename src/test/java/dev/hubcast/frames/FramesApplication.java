package dev.hubcast.frames;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawWebSocket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;

/** The application that {@link FramesIT} deploys, as the test interfaces see it. */
interface FramesApplication {

    char END = 0x1E;
    String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}" + END;

    JsonObject CLOSED_BY_RULE = Json.createObjectBuilder()
            .add("type", 7).add("error", "Connection closed with an error.").add("allowReconnect", true).build();

    /** A WebSocket whose handshake of the hub protocol is still to come. */
    RawWebSocket open(String hub);

    /** A client of a hub. */
    RawHubClient connect(String hub);

    /** Another client of the hub {@code frames}, that nothing happens to and that hears of departures. */
    RawHubClient neighbour();

    /** A hub's address. */
    URI hub(String name);

    /** A call of echo, as a record. */
    static String echo(String id, String text) {
        return "{\"type\":1,\"invocationId\":\"" + id + "\",\"target\":\"echo\",\"arguments\":[\"" + text + "\"]}" + END;
    }

    /** The client is told, its WebSocket is closed in order, the hub hears of it once, and nobody else is touched. */
    default void assertClosedByRule(RawHubClient client, String id, int code) {
        assertThat(client.receivedClose()).isEqualTo(CLOSED_BY_RULE);
        client.socket().expectClose(1000);
        assertThat(codeOf(id)).isEqualTo(code);
        assertThat(neighbour().invoke("departuresOf", id)).isEqualTo(Json.createValue(1));
    }

    /** The code with which the hub heard of a connection's end. */
    default int codeOf(String id) {
        JsonObject departure;
        do {
            departure = neighbour().received("closed");
        } while (!departure.getJsonArray("arguments").getString(0).equals(id));
        return departure.getJsonArray("arguments").getInt(1);
    }

    default void assertAnswers(RawHubClient client) {
        assertThat(client.invoke("echo", "still here")).isEqualTo(Json.createValue("still here"));
    }

    static String idOf(RawHubClient client) {
        return ((JsonString) client.invoke("connectionId")).getString();
    }
}
