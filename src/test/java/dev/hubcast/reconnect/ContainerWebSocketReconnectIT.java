package dev.hubcast.reconnect;

import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.PayaraComplains;
import dev.hubcast.itest.ServerUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stateful reconnect over the WebSocket of the server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@ExpectedLog(value = PayaraComplains.A_WRITE_TO_A_RESET_CONNECTION, optional = true, on = ServerUnderTest.PAYARA_MICRO)
@ExpectedLog(value = PayaraComplains.A_REQUEST_RECYCLED_TWICE, optional = true, on = ServerUnderTest.PAYARA_MICRO)
class ContainerWebSocketReconnectIT extends ReconnectSuite {

    @Deployment(testable = false)
    static WebArchive application() {
        return application("container");
    }
}
