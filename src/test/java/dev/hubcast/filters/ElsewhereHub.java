package dev.hubcast.filters;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** A hub that the desk's filter leaves alone. */
@Hub(name = "elsewhere")
@ServerEndpoint("/hubs/elsewhere")
public class ElsewhereHub {

    public String echo(String text) {
        return text;
    }
}
