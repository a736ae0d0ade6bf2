package dev.hubcast.mistakes;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** A hub that works where its application lets it. */
@Hub
@ServerEndpoint("/hubs/good")
public class GoodHub {

    public String echo(String text) {
        return text;
    }
}
