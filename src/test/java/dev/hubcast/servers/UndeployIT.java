package dev.hubcast.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An application goes while its server stays. Payara Micro's adapter for tests ends the server instead, see {@link EndIT} and
 * {@link RedeployIT}.
 */
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UndeployIT {

    private static final String UPGRADE = "upgrade";
    private static final String CONTAINER = "container";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final URI BASE = URI.create("http://127.0.0.1:" + System.getProperty("wildfly.http.port"));

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = UPGRADE, managed = false, testable = false)
    static WebArchive upgrade() {
        return Way.application(UPGRADE);
    }

    @Deployment(name = CONTAINER, managed = false, testable = false)
    static WebArchive container() {
        return Way.application(CONTAINER);
    }

    private static RawHubClient connect(String deployment, TransportType by) {
        return RawHubConnector.to(BASE.resolve("/" + deployment + "/hubs/quiet")).by(by).connect();
    }

    /** Clients read meanwhile, and hear of it; Arquillian knows its deployments on the test's own thread alone. */
    private void undeploy(String deployment, List<RawHubClient> clients) throws Exception {
        CompletableFuture<Void> heard = CompletableFuture.runAsync(() -> clients.forEach(client -> {
            assertThat(client.receivedClose().getBoolean("allowReconnect", false)).isTrue();
            client.close();
        }));
        deployer.undeploy(deployment);
        heard.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void clients_on_every_transport_are_told_to_come_back() throws Exception {
        deployer.deploy(UPGRADE);
        List<RawHubClient> clients = new ArrayList<>();
        for (TransportType type : TransportType.values()) {
            clients.add(connect(UPGRADE, type));
        }
        Way.park(clients.get(TransportType.LONG_POLLING.ordinal()), clients.get(TransportType.WEB_SOCKETS.ordinal()));

        undeploy(UPGRADE, clients);
    }

    @Test
    void a_client_of_the_containers_websocket_is_told_to_come_back_before_the_container_closes_it() throws Exception {
        deployer.deploy(CONTAINER);

        undeploy(CONTAINER, List.of(connect(CONTAINER, TransportType.WEB_SOCKETS)));
    }

    @Test
    void nobody_but_its_application_closes_an_upgraded_connection() throws Exception {
        deployer.deploy(UPGRADE);
        try (WitnessClient client = new WitnessClient(BASE.resolve("/" + UPGRADE + "/witness"))) {
            client.ask();

            deployer.undeploy(UPGRADE);

            assertThat(client.endsWithin(Duration.ofSeconds(1))).isFalse();
        }
    }
}
