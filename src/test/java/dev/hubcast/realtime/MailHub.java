package dev.hubcast.realtime;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Another hub with the same methods, and connections of its own. */
@Hub(name = "mail")
@ServerEndpoint("/hubs/mail")
public class MailHub extends MessagesHub {

    @Inject
    HubContext<MailHub> hub;

    @Override
    protected HubContext<?> hub() {
        return hub;
    }
}
