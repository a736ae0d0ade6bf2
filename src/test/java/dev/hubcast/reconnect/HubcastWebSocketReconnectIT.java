package dev.hubcast.reconnect;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stateful reconnect over Hubcast's own WebSocket. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HubcastWebSocketReconnectIT extends ReconnectSuite {

    @Deployment(testable = false)
    static WebArchive application() {
        return application("upgrade");
    }
}
