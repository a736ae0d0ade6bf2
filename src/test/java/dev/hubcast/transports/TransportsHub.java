package dev.hubcast.transports;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.itest.ObservedHub;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Lets one client have something sent to another. */
@Hub(name = "transports")
@ServerEndpoint("/hubs/transports")
public class TransportsHub extends ObservedHub {

    @Inject
    HubContext<TransportsHub> hub;

    @Override
    protected String name() {
        return "transports";
    }

    public void tell(String connectionId, Object what) {
        hub.clients().client(connectionId).send("told", what);
    }

    public String transport(HubCaller caller) {
        return caller.transport().name();
    }
}
