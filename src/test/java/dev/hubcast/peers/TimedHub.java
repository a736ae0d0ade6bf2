package dev.hubcast.peers;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Closes slow clients by time. */
@Hub(name = "timed")
@ServerEndpoint("/hubs/timed")
public class TimedHub extends PeersHub {

    @Inject
    HubContext<TimedHub> hub;

    @Override
    HubContext<?> hub() {
        return hub;
    }

    @Override
    protected String name() {
        return "timed";
    }
}
