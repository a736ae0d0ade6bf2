package dev.hubcast.reconnect;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Whose clients have to be quick. */
@Hub(name = "hasty")
@ServerEndpoint("/hubs/hasty")
public class HastyHub extends SteppingHub {

    @Inject
    HubContext<HastyHub> hub;

    @Override
    HubContext<?> hub() {
        return hub;
    }

    @Override
    protected String name() {
        return "hasty";
    }
}
