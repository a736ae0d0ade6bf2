package dev.hubcast.peers;

import dev.hubcast.TransportType;
import dev.hubcast.itest.Ends;
import dev.hubcast.itest.HubRegistry;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.ObservedHub;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Clients that read too slowly, not at all, or are no longer there: they are closed, and nobody else notices. The tests are in the
 * interfaces.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SlowPeersIT implements SlowReaderTests, VanishedPeerTests, AbandonedPollTests {

    private final List<RawHubClient> clients = new ArrayList<>();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(PeersHub.class, BoundedHub.class, TimedHub.class, Processor.class, ObservedHub.class, Ends.class,
                        HubRegistry.class)
                .addAsResource(new StringAsset("""
                        hubcast.keep-alive-interval=1s
                        hubcast.close-timeout=2s
                        hubcast.poll-timeout=2s
                        hubcast.disconnect-timeout=3s
                        hubcast.hub.bounded.outbox-limit=200000
                        hubcast.hub.bounded.send-timeout=60s
                        hubcast.hub.bounded.disconnect-timeout=60s
                        hubcast.hub.timed.outbox-limit=20000000
                        hubcast.hub.timed.send-timeout=4s
                        hubcast.hub.timed.client-timeout=2s
                        """), "META-INF/microprofile-config.properties");
    }

    @AfterEach
    void leave() {
        clients.forEach(RawHubClient::close);
    }

    @Override
    public RawHubClient connect(String hub) {
        return kept(RawHubClient.connect(base.resolve("hubs/" + hub)));
    }

    @Override
    public RawHubClient connect(String hub, TransportType by) {
        return kept(RawHubConnector.to(base.resolve("hubs/" + hub)).by(by).connect());
    }

    @Override
    public RawHubClient connectSlow(String hub, TransportType by) {
        return kept(RawHubConnector.to(base.resolve("hubs/" + hub)).by(by).changing(request -> request.receiveBuffer(4096)).connect());
    }

    private RawHubClient kept(RawHubClient client) {
        clients.add(client);
        return client;
    }
}
