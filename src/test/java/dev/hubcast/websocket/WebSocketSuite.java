package dev.hubcast.websocket;

import dev.hubcast.context.TestUsers;
import dev.hubcast.itest.Ends;
import dev.hubcast.itest.HubRegistry;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.ObservedHub;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;

/** What is asked of a WebSocket, whoever's it is. */
abstract class WebSocketSuite implements AbortTests, BrokenFrameTests, CloseTests, ConfiguratorTests, FuzzTests, LegalFrameTests,
        OpeningTests, TextTests {

    private final List<RawHubClient> clients = new ArrayList<>();

    @ArquillianResource
    URI base;

    static WebArchive application(String webSocket) {
        return HubcastWar.of(SocketMethods.class, SocketsHub.class, LargeHub.class, FuzzedHub.class, ConfiguredHub.class,
                        ConfiguredHub.Author.class, TestUsers.class, ObservedHub.class, Ends.class, HubRegistry.class)
                .addAsResource(new StringAsset("""
                        config_ordinal=1000
                        hubcast.websocket=%s
                        hubcast.close-timeout=2s
                        hubcast.hub.configured.allowed-origins=%s,%s
                        hubcast.hub.fuzzed.keep-alive-interval=1s
                        hubcast.hub.large.maximum-receive-message-size=5000000
                        hubcast.hub.large.outbox-limit=20000000
                        """.formatted(webSocket, ConfiguredHub.BANNED, FRIEND)), "META-INF/microprofile-config.properties");
    }

    @AfterEach
    void leave() {
        clients.forEach(RawHubClient::close);
    }

    @Override
    public RawHubClient connect(String hub) {
        return kept(to(hub).connect());
    }

    @Override
    public RawHubClient connectSlow(String hub) {
        return kept(to(hub).changing(request -> request.receiveBuffer(4096)).connect());
    }

    @Override
    public RawHubConnector to(String hub) {
        return RawHubConnector.to(base.resolve("hubs/" + hub));
    }

    private RawHubClient kept(RawHubClient client) {
        clients.add(client);
        return client;
    }

    @Override
    public HubWatch watch(String hub) {
        return HubWatch.alone(connect(hub));
    }
}
