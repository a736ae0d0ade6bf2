package dev.hubcast.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** What WildFly's suspend means to hubs: nobody gets in, and whom the server knows for a running request holds it up. */
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SuspendIT {

    private static final String UPGRADE = "upgrade";
    private static final String CONTAINER = "container";
    private static final int GOING_AWAY = 1001;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final URI BASE = URI.create("http://127.0.0.1:" + System.getProperty("wildfly.http.port"));

    private final List<RawHubClient> clients = new ArrayList<>();

    private ModelControllerClient management;
    private RawHubClient neighbour;

    @Deployment(name = UPGRADE, testable = false)
    static WebArchive upgrade() {
        return Way.application(UPGRADE);
    }

    @Deployment(name = CONTAINER, testable = false)
    static WebArchive container() {
        return Way.application(CONTAINER);
    }

    @BeforeEach
    void connect() throws IOException {
        management = ModelControllerClient.Factory.create("127.0.0.1", Integer.getInteger("wildfly.management.port"));
        neighbour = connect(TransportType.WEB_SOCKETS);
    }

    @AfterEach
    void resume() throws IOException {
        execute("resume");
        management.close();
        clients.forEach(RawHubClient::close);
    }

    private RawHubConnector hub(TransportType by) {
        return RawHubConnector.to(BASE.resolve("/" + UPGRADE + "/hubs/quiet")).by(by);
    }

    private RawHubClient connect(TransportType by) {
        RawHubClient client = hub(by).connect();
        clients.add(client);
        return client;
    }

    private ModelNode execute(String operation) throws IOException {
        ModelNode request = new ModelNode();
        request.get("operation").set(operation);
        if (operation.equals("read-attribute")) {
            request.get("name").set("suspend-state");
        }
        ModelNode answer = management.execute(request);
        assertThat(answer.get("outcome").asString()).as("%s", answer).isEqualTo("success");
        return answer.get("result");
    }

    private String state() throws IOException {
        return execute("read-attribute").asString();
    }

    private void awaitSuspended() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!state().equals("SUSPENDED")) {
            assertThat(deadline - System.nanoTime()).as("suspended within %s, but %s", PATIENCE, state()).isPositive();
        }
    }

    @Test
    void nobody_gets_in_until_the_server_is_resumed() throws IOException {
        execute("suspend");

        assertThat(hub(TransportType.WEB_SOCKETS).negotiate().status()).isEqualTo(503);
        execute("resume");
        assertThat(hub(TransportType.WEB_SOCKETS).negotiate().status()).isEqualTo(200);
    }

    @Test
    void a_websocket_does_not_hold_up_suspend_and_goes_on_calling() throws IOException {
        execute("suspend");
        awaitSuspended();

        neighbour.receivedNothingUntil("nothing");
    }

    @Test
    void the_containers_websockets_are_closed_by_suspend() throws IOException {
        try (RawHubClient client = RawHubClient.connect(BASE.resolve("/" + CONTAINER + "/hubs/quiet"))) {
            execute("suspend");

            client.socket().expectClose(GOING_AWAY);
        }
    }

    @Test
    void an_event_stream_holds_up_suspend_and_goes_on_while_its_client_can_say_nothing() throws IOException {
        RawHubClient client = connect(TransportType.SERVER_SENT_EVENTS);
        execute("suspend");

        neighbour.invoke("tellAll");
        client.received("told");
        assertThat(hub(TransportType.SERVER_SENT_EVENTS).postRequest(client.token(), "{\"type\":6}\u001e").send().status()).isEqualTo(503);
        assertThat(state()).isEqualTo("SUSPENDING");
        execute("resume");
        client.send("hangUp");
        client.receivedClose();
    }

    @Test
    void a_poll_that_waits_holds_up_suspend_and_is_answered_but_the_next_one_must_wait_for_resume() throws IOException {
        RawHubClient client = connect(TransportType.LONG_POLLING);
        Way.park(client, neighbour);
        execute("suspend");
        assertThat(state()).isEqualTo("SUSPENDING");

        neighbour.invoke("tellAll");
        client.received("told");
        awaitSuspended();
        assertThat(hub(TransportType.LONG_POLLING).pollRequest(client.token()).send().status()).isEqualTo(503);
        execute("resume");
        client.receivedNothingUntil("nothing");
    }
}
