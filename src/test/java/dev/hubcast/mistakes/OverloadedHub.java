package dev.hubcast.mistakes;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** A hub that cannot work: clients name methods without their parameters. */
@Hub
@ServerEndpoint("/hubs/overloaded")
public class OverloadedHub {

    public void say(String text) {}

    public void say(String text, String room) {}
}
