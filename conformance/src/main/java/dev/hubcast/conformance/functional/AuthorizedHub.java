package dev.hubcast.conformance.functional;

import dev.hubcast.Hub;
import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.server.ServerEndpoint;

/** A hub for whoever has a token of {@link Tokens}. */
@Hub(name = "authorizedhub")
@ServerEndpoint(AuthorizedHub.PATH)
@RolesAllowed("**")
public class AuthorizedHub {

    static final String PATH = "/authorizedhub";

    public String echo(String message) {
        return message;
    }
}
