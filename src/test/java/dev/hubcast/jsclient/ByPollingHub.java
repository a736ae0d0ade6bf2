package dev.hubcast.jsclient;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** A hub that is reached by long polling alone. */
@Hub(name = "by-polling")
@ServerEndpoint("/hubs/by-polling")
public class ByPollingHub extends LoungeMethods {

    @Inject
    HubContext<ByPollingHub> hub;

    @Override
    HubContext<?> hub() {
        return hub;
    }

    @Override
    protected String name() {
        return "by-polling";
    }
}
