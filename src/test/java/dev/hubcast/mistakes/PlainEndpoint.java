package dev.hubcast.mistakes;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** An endpoint that has nothing to do with hubs. */
@ServerEndpoint("/plain")
public class PlainEndpoint {

    @OnMessage
    public String answer(String text) {
        return "plain " + text;
    }
}
