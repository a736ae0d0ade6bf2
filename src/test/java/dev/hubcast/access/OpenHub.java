package dev.hubcast.access;

import dev.hubcast.Hub;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.server.ServerEndpoint;

/** Everybody may connect; some methods are for some. */
@Hub(name = "open")
@ServerEndpoint("/hubs/open")
public class OpenHub extends GuardedMethods {

    public String echo(String text) {
        return text;
    }

    @RolesAllowed("writer")
    public String write(String text) {
        return "wrote " + text;
    }

    @RolesAllowed("**")
    public String whileLoggedIn() {
        return "logged in";
    }

    @DenyAll
    public String never() {
        return "never";
    }
}
