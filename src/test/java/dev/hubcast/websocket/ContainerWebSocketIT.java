package dev.hubcast.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.PayaraComplains;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.ServerUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WebSocket of the server; what it logs about its own failures is declared here. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@ExpectedLog(value = PayaraComplains.A_WRITE_TO_A_RESET_CONNECTION, optional = true, on = ServerUnderTest.PAYARA_MICRO)
@ExpectedLog(value = PayaraComplains.A_REQUEST_RECYCLED_TWICE, optional = true, on = ServerUnderTest.PAYARA_MICRO)
@ExpectedLog(value = "XNIO001007.*newPosition > limit", optional = true, on = ServerUnderTest.WILDFLY) // a length below zero
class ContainerWebSocketIT extends WebSocketSuite {

    @Deployment(testable = false)
    static WebArchive application() {
        return application("container").addClasses(ExtendedHub.class, ExtendedHub.Author.class);
    }

    @Test
    void the_authors_configurator_chooses_the_extensions() {
        try (RawHubClient client = to("extended").header("Sec-WebSocket-Extensions", "permessage-deflate; server_max_window_bits=10, x-other")
                .connect()) {
            assertThat(client.socket().answer().header("X-Asked")).isEqualTo("[permessage-deflate, x-other]");
            assertThat(client.socket().answer().header("Sec-WebSocket-Extensions")).isNull();
        }
    }

    @Override
    public WebSocketOwner owner() {
        return WebSocketOwner.ofServer();
    }
}
