package dev.hubcast.reconnect;

import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawHubConnector;
import jakarta.json.JsonString;
import java.util.function.Supplier;

/** The application of each suite, as the test interfaces see it. */
interface ReconnectApplication {

    /** Ways to a hub, a new one each time. */
    Supplier<RawHubConnector> hub(String name);

    Supplier<RawHubConnector> hub(String name, String user);

    /** A client that may come back. */
    ReturningClient connect(Supplier<RawHubConnector> hub);

    /** A client of the same hub that nothing happens to, and that sees what becomes of the others. */
    HubWatch watch(String hub);

    static String idOf(ReturningClient client) {
        return ((JsonString) client.invoke("id").get("result")).getString();
    }

    static int openings(HubWatch watch, String id) {
        return Integer.parseInt(watch.client().invoke("openings", id).toString());
    }
}
