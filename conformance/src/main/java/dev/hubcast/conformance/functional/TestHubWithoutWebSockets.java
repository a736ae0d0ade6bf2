package dev.hubcast.conformance.functional;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** The same with Server-Sent Events and long polling alone. */
@Hub(name = "testhub-nowebsockets")
@ServerEndpoint("/testhub-nowebsockets")
public class TestHubWithoutWebSockets extends TestMethods {

    @Inject
    private HubContext<TestHubWithoutWebSockets> hub;

    @Override
    HubContext<?> hub() {
        return hub;
    }
}
