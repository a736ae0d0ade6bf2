package dev.hubcast.peers;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Closes slow clients by what waits for them. */
@Hub(name = "bounded")
@ServerEndpoint("/hubs/bounded")
public class BoundedHub extends PeersHub {

    @Inject
    HubContext<BoundedHub> hub;

    @Override
    HubContext<?> hub() {
        return hub;
    }

    @Override
    protected String name() {
        return "bounded";
    }
}
