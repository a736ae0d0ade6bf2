package dev.hubcast.websocket;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hubcast's own WebSocket, over the servlet upgrade. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HubcastWebSocketIT extends WebSocketSuite {

    @Deployment(testable = false)
    static WebArchive application() {
        return application("upgrade");
    }

    @Override
    public WebSocketOwner owner() {
        return WebSocketOwner.HUBCAST;
    }
}
