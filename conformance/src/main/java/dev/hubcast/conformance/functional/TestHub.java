package dev.hubcast.conformance.functional;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** The hub of most tests, with all transports. */
@Hub(name = "testhub")
@ServerEndpoint("/testhub")
public class TestHub extends TestMethods {

    @Inject
    private HubContext<TestHub> hub;

    @Override
    HubContext<?> hub() {
        return hub;
    }
}
