package dev.hubcast.conformance;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** The wire hub with all transports. */
@Hub(name = "wire")
@ServerEndpoint("/hubs/wire")
public class WireHub extends WireMethods {

    @Inject
    private HubContext<WireHub> hub;

    @Override
    HubContext<?> hub() {
        return hub;
    }
}
