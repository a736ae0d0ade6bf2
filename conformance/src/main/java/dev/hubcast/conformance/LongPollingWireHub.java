package dev.hubcast.conformance;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** The wire hub for long polling alone. */
@Hub(name = "wire-longpolling")
@ServerEndpoint("/hubs/wire-longpolling")
public class LongPollingWireHub extends WireMethods {

    @Inject
    private HubContext<LongPollingWireHub> hub;

    @Override
    HubContext<?> hub() {
        return hub;
    }
}
