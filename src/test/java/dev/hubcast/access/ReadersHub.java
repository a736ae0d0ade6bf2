package dev.hubcast.access;

import dev.hubcast.Hub;
import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.server.ServerEndpoint;

/** Readers may connect; writers may do more. */
@Hub(name = "readers")
@ServerEndpoint("/hubs/readers")
@RolesAllowed("reader")
public class ReadersHub {

    public String read() {
        return "read";
    }

    @RolesAllowed("writer")
    public String write() {
        return "wrote";
    }
}
