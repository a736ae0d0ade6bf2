package dev.hubcast.conformance.functional;

import dev.hubcast.Hub;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** The same where redirects lead: its path differs in case, which a path on a Jakarta server does not forgive. */
@Hub(name = "testhub-redirected")
@ServerEndpoint("/testHub")
public class RedirectedTestHub extends TestMethods {

    @Inject
    private HubContext<RedirectedTestHub> hub;

    @Override
    HubContext<?> hub() {
        return hub;
    }
}
