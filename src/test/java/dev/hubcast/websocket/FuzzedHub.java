package dev.hubcast.websocket;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** A hub that writes often enough to find who has gone without a sign, or whose sign is not heard. */
@Hub(name = "fuzzed")
@ServerEndpoint("/hubs/fuzzed")
public class FuzzedHub extends SocketMethods {

    @Override
    protected String name() {
        return "fuzzed";
    }
}
