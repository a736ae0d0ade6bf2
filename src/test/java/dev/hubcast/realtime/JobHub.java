package dev.hubcast.realtime;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** A hub that is all inherited. */
@Hub(name = "jobs")
@ServerEndpoint("/hubs/jobs")
public class JobHub extends MessagesHub {

    @Inject
    HubContext<JobHub> hub;

    @Override
    protected HubContext<?> hub() {
        return hub;
    }
}
