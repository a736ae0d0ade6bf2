package dev.hubcast.websocket;

import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.ServerUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WebSocket of the server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@ExpectedLog(value = "XNIO001007.*newPosition > limit", optional = true, on = ServerUnderTest.WILDFLY) // a length below zero
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
