package dev.hubcast.websocket;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** A hub with the limits that hold where nothing is configured. */
@Hub(name = "sockets")
@ServerEndpoint("/hubs/sockets")
public class SocketsHub extends SocketMethods {

    @Override
    protected String name() {
        return "sockets";
    }
}
