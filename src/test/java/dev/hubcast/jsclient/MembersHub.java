package dev.hubcast.jsclient;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.server.ServerEndpoint;

/** A hub for those who have a token. */
@Hub(name = "members")
@ServerEndpoint("/hubs/members")
@RolesAllowed("member")
public class MembersHub {

    public String whoAmI(HubCaller caller) {
        return caller.userName();
    }
}
