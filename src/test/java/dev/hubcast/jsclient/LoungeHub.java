package dev.hubcast.jsclient;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** A hub with all transports, and stateful reconnect for those who ask for it. */
@Hub(name = "lounge")
@ServerEndpoint("/hubs/lounge")
public class LoungeHub extends LoungeMethods {

    @Inject
    HubContext<LoungeHub> hub;

    @Override
    HubContext<?> hub() {
        return hub;
    }

    @Override
    protected String name() {
        return "lounge";
    }
}
