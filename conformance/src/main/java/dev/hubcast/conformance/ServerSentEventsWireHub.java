package dev.hubcast.conformance;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** The wire hub for Server-Sent Events alone. */
@Hub(name = "wire-sse")
@ServerEndpoint("/hubs/wire-sse")
public class ServerSentEventsWireHub extends WireMethods {

    @Inject
    private HubContext<ServerSentEventsWireHub> hub;

    @Override
    HubContext<?> hub() {
        return hub;
    }
}
