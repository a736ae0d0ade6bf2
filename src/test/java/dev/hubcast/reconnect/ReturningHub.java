package dev.hubcast.reconnect;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Whose clients have time to come back. */
@Hub(name = "returning")
@ServerEndpoint("/hubs/returning")
public class ReturningHub extends SteppingHub {

    @Inject
    HubContext<ReturningHub> hub;

    @Override
    HubContext<?> hub() {
        return hub;
    }

    @Override
    protected String name() {
        return "returning";
    }
}
