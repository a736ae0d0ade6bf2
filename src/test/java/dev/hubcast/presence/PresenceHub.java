package dev.hubcast.presence;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** The hub whose connections are observed. */
@Hub(name = "presence")
@ServerEndpoint("/hubs/presence")
public class PresenceHub {

    @Inject
    HubContext<PresenceHub> hub;

    public void join(HubCaller caller, String group) {
        hub.groups().add(caller, group);
    }

    public void leave(HubCaller caller, String group) {
        hub.groups().remove(caller, group);
    }
}
