package dev.hubcast.websocket;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** A hub that takes records of some megabytes. */
@Hub(name = "large")
@ServerEndpoint("/hubs/large")
public class LargeHub extends SocketMethods {

    @Override
    protected String name() {
        return "large";
    }
}
