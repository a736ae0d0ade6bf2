package dev.hubcast.javaclient;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.server.ServerEndpoint;

/** A hub for writers alone. */
@Hub(name = "guarded")
@ServerEndpoint("/hubs/guarded")
@RolesAllowed("writer")
public class GuardedHub {

    public String whoAmI(HubCaller caller) {
        return caller.userName();
    }
}
