package dev.hubcast.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.HttpAnswer;
import dev.hubcast.itest.HubWatch;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stateful reconnect over Hubcast's own WebSocket. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HubcastWebSocketReconnectIT extends ReconnectSuite {

    @Deployment(testable = false)
    static WebArchive application() {
        return application("upgrade");
    }

    /** It ends as long as the server waits for the client's close frame. */
    @Test
    void who_comes_back_while_the_connection_ends_is_told_so() {
        HubWatch watch = watch("returning");
        ReturningClient client = connect(hub("returning"));
        client.begin("hangUp");
        client.webSocket().receivedClose();

        HttpAnswer answer = client.refusal();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        client.close();
        watch.awaitTransports(1);
        assertThat(client.refusal().status()).isEqualTo(404);
    }
}
