package dev.hubcast.calls;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** A hub whose clients are developers. */
@Hub(name = "detailed")
@ServerEndpoint("/hubs/detailed")
public class DetailedHub extends FailingMethods {

    public int add(int a, int b) {
        return a + b;
    }
}
