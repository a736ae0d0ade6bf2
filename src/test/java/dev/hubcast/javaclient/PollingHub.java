package dev.hubcast.javaclient;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import jakarta.websocket.server.ServerEndpoint;

/** A hub that is reached by long polling alone. */
@Hub(name = "polling")
@ServerEndpoint("/hubs/polling")
public class PollingHub {

    public String transport(HubCaller caller) {
        return caller.transport().wireName();
    }
}
