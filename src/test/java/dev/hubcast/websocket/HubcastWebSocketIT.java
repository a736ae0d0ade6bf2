package dev.hubcast.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.RawHandshake;
import dev.hubcast.itest.RawWebSocket;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hubcast's own WebSocket, over the servlet upgrade. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HubcastWebSocketIT extends WebSocketSuite {

    @Deployment(testable = false)
    static WebArchive application() {
        return application("upgrade");
    }

    /** No client may be so quick (RFC 6455, section 4.1), but nothing is lost. */
    @Test
    void what_is_sent_right_behind_the_request_is_read() {
        byte[] early = Frame.text("{\"protocol\":\"json\",\"version\":1}" + Messages.END + Messages.call("1", "echo", "early")).bytes();
        try (RawWebSocket socket = RawHandshake.open(to(SOCKETS).webSocketRequest(null).behind(early))) {
            StringBuilder seen = new StringBuilder(socket.receive().text());
            if (!seen.toString().contains("early")) {
                seen.append(socket.receive().text());
            }
            assertThat(seen.toString())
                    .isEqualTo("{}" + Messages.END + "{\"type\":3,\"invocationId\":\"1\",\"result\":\"early\"}" + Messages.END);
        }
    }

    @Override
    public WebSocketOwner owner() {
        return WebSocketOwner.HUBCAST;
    }
}
