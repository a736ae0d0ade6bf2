package dev.hubcast.jsclient;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** A hub whose WebSocket is switched off. */
@Hub(name = "without-websockets")
@ServerEndpoint("/hubs/without-websockets")
public class WithoutWebSocketsHub extends LoungeMethods {

    @Inject
    HubContext<WithoutWebSocketsHub> hub;

    @Override
    HubContext<?> hub() {
        return hub;
    }

    @Override
    protected String name() {
        return "without-websockets";
    }
}
