package dev.hubcast.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawHubClient;
import jakarta.json.Json;
import java.util.Set;

/** The application that the tests deploy, as their interfaces see it. */
interface WebSocketUnderTest {

    String SOCKETS = "sockets";
    String LARGE = "large";
    String FUZZED = "fuzzed";

    int PROTOCOL_ERROR = 1002;
    int NOT_UTF8 = 1007;
    int TOO_BIG = 1009;

    /** A client of a hub. */
    RawHubClient connect(String hub);

    /** The neighbour that nothing happens to: alone in the hub at first, it sees what becomes of the others. */
    HubWatch watch(String hub);

    /** Whose WebSocket it is. */
    WebSocketOwner owner();

    /** The server says its close frame, the client answers it, TCP ends, the hub hears of it once, and nobody else is touched. */
    default void assertFails(RawHubClient client, String id, Set<Integer> codes, HubWatch watch) {
        Frame close = client.socket().receive();
        assertThat(close.opcode()).as("opcode of %s", close).isEqualTo(Frame.CLOSE);
        assertThat(close.closeCode()).isIn(codes);
        client.socket().write(Frame.close(close.closeCode(), "").bytes()); // whether the server waits for it or not
        client.socket().expectEnd();
        assertHeard(id, owner().heard(close.closeCode()), watch);
    }

    /** The hub hears of a connection's end once, with one of these codes, and forgets it. */
    default void assertHeard(String id, Set<Integer> codes, HubWatch watch) {
        assertThat(Integer.valueOf(watch.awaitEnd(id).substring(0, 4))).isIn(codes);
        watch.assertGone(id, 1);
    }

    default void assertAnswers(RawHubClient client) {
        assertThat(client.invoke("echo", "still here")).isEqualTo(Json.createValue("still here"));
    }
}
