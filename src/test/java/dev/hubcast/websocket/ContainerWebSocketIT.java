package dev.hubcast.websocket;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WebSocket of the server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ContainerWebSocketIT extends WebSocketSuite {

    @Deployment(testable = false)
    static WebArchive application() {
        return application("container");
    }

    @Override
    public WebSocketOwner owner() {
        return WebSocketOwner.ofServer();
    }
}
