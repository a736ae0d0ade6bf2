package dev.hubcast.access;

import dev.hubcast.Hub;
import jakarta.annotation.security.DenyAll;
import jakarta.websocket.server.ServerEndpoint;

/** Nobody may connect. */
@Hub(name = "nobodys")
@ServerEndpoint("/hubs/nobodys")
@DenyAll
public class NobodysHub {

    public String nothing() {
        return "nothing";
    }
}
