package dev.hubcast.configuration;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** A hub that needs nothing. */
@Hub
@ServerEndpoint("/hubs/echo")
public class EchoHub {

    public String echo(String text) {
        return text;
    }
}
