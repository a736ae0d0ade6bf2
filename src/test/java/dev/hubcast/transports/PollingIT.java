package dev.hubcast.transports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.itest.Ends;
import dev.hubcast.itest.HubRegistry;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.ObservedHub;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.SystemSockets;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Polls that come, wait and vanish: whatever becomes of their TCP connections, every message arrives, and once. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PollingIT {

    private final List<RawHubClient> clients = new ArrayList<>();

    @ArquillianResource
    URI base;

    private HubWatch watch;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(TransportsHub.class, ObservedHub.class, Ends.class, HubRegistry.class);
    }

    @BeforeEach
    void watch() {
        watch = HubWatch.alone(kept(RawHubClient.connect(base.resolve("hubs/transports"))));
    }

    @AfterEach
    void leave() {
        for (RawHubClient client : clients) {
            if (client.token() != null) {
                hub().deleteRequest(client.token()).send();
            }
            client.close();
        }
    }

    private RawHubConnector hub() {
        return RawHubConnector.to(base.resolve("hubs/transports")).by(TransportType.LONG_POLLING);
    }

    private RawHubClient kept(RawHubClient client) {
        clients.add(client);
        return client;
    }

    private void park(RawHubClient client, String id) {
        client.polling().park();
        watch.awaitPoll(id);
    }

    private void tell(String id, int what) {
        watch.client().invoke("tell", id, what);
    }

    private static void assertTold(RawHubClient client, int what) {
        assertThat(client.received("told").getJsonArray("arguments").getInt(0)).isEqualTo(what);
    }

    /** How the client of a waiting poll goes away. */
    enum Leaving {
        FIN(client -> client.polling().abandon()),
        RST(RawHubClient::reset);

        private final Consumer<RawHubClient> way;

        Leaving(Consumer<RawHubClient> way) {
            this.way = way;
        }

        /** Returns when the server could know. */
        void leave(RawHubClient client, URI server) {
            int port = client.polling().port();
            way.accept(client);
            SystemSockets.awaitHeard(server.getPort(), port);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_said_to_a_poll_whose_client_has_gone_is_the_answer_to_the_next_one(Leaving leaving) {
        RawHubClient client = kept(hub().connect());
        String id = HubWatch.idOf(client);
        park(client, id);

        leaving.leave(client, base);
        tell(id, 1);
        tell(id, 2);

        assertTold(client, 1);
        assertTold(client, 2);
        client.receivedNothingUntil("id");
    }

    @Test
    void polls_that_vanish_at_random_lose_nothing_and_double_nothing() {
        RawHubClient client = kept(hub().connect());
        String id = HubWatch.idOf(client);
        long seed = 20261125;
        Random random = new Random(seed);
        int told = 0;
        int heard = 0;
        for (int round = 0; round < 150; round++) {
            if (heard == told) { // else the poll is answered at once
                park(client, id);
                if (random.nextBoolean()) {
                    Leaving.values()[random.nextInt(2)].leave(client, base);
                }
            }
            for (int messages = random.nextInt(3); messages > 0; messages--) {
                tell(id, ++told);
            }
            while (heard < told && random.nextInt(4) > 0) {
                assertTold(client, ++heard);
            }
        }
        while (heard < told) {
            assertTold(client, ++heard);
        }
        client.receivedNothingUntil("id");
    }

    @Test
    void a_client_that_connects_for_each_poll_hears_everything_once() {
        RawHubClient client = kept(hub().connectingForEachPoll().connect());
        String id = HubWatch.idOf(client);
        for (int what = 1; what <= 300; what++) {
            if (what % 2 == 0) {
                park(client, id);
            }
            tell(id, what);
            assertTold(client, what);
        }
        client.receivedNothingUntil("id");
    }
}
