package dev.hubcast.presence;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** The hub whose clients hear what is observed. Nobody observes its own connections. */
@Hub(name = "watch")
@ServerEndpoint("/hubs/watch")
public class WatchHub {

    public void nothing() {}
}
