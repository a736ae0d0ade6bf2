package dev.hubcast.reconnect;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;

/** What is asked of stateful reconnect, over whoever's WebSocket. */
abstract class ReconnectSuite implements ReturnTests, NoReturnTests {

    private final List<ReturningClient> returning = new ArrayList<>();
    private final List<RawHubClient> watching = new ArrayList<>();

    @ArquillianResource
    URI base;

    static WebArchive application(String webSocket) {
        return HubcastWar.of(SteppingHub.class, ReturningHub.class, HastyHub.class, TestUsers.class, ObservedHub.class, Ends.class,
                        HubRegistry.class)
                .addAsResource(new StringAsset("""
                        config_ordinal=1000
                        hubcast.websocket=%s
                        hubcast.allow-stateful-reconnects=true
                        hubcast.close-timeout=2s
                        hubcast.hub.hasty.disconnect-timeout=1s
                        hubcast.hub.hasty.outbox-limit=300000
                        """.formatted(webSocket)), "META-INF/microprofile-config.properties");
    }

    /** In order, so that the server does not wait for them to come back. */
    @AfterEach
    void leave() {
        for (ReturningClient client : returning) {
            client.webSocket().sendIfOpen(CLOSE);
            client.close();
        }
        watching.forEach(RawHubClient::close);
    }

    @Override
    public Supplier<RawHubConnector> hub(String name) {
        return () -> RawHubConnector.to(base.resolve("hubs/" + name));
    }

    @Override
    public Supplier<RawHubConnector> hub(String name, String user) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8));
        return () -> hub(name).get().header("Authorization", "Basic " + credentials);
    }

    @Override
    public ReturningClient connect(Supplier<RawHubConnector> hub) {
        ReturningClient client = ReturningClient.connect(hub);
        returning.add(client);
        return client;
    }

    @Override
    public HubWatch watch(String hub) {
        RawHubClient client = hub(hub).get().connect();
        watching.add(client);
        return HubWatch.alone(client);
    }
}
