package dev.hubcast.access;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.server.ServerEndpoint;

/** Whoever is logged in may connect, with a role or without. */
@Hub(name = "members")
@ServerEndpoint("/hubs/members")
@RolesAllowed("**")
public class MembersHub {

    public String userName(HubCaller caller) {
        return caller.userName();
    }
}
