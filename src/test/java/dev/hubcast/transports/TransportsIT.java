package dev.hubcast.transports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubcast.context.TestUsers;
import dev.hubcast.itest.Ends;
import dev.hubcast.itest.HubRegistry;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.ObservedHub;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the requests of each transport are answered, right ones and wrong ones. The tests are in the interfaces. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TransportsIT implements PollTests, PostTests, StrangerTests, SwitchedOffTests, WrongUseTests {

    private final List<RawHubClient> clients = new ArrayList<>();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(TransportsHub.class, OtherHubs.Impatient.class, OtherHubs.Readers.class, OtherHubs.WithoutWebSockets.class,
                        OtherHubs.WithoutEvents.class, OtherHubs.WithoutPolls.class, TestUsers.class, ObservedHub.class, Ends.class,
                        HubRegistry.class)
                .addAsResource(new StringAsset("""
                        hubcast.keep-alive-interval=1s
                        hubcast.close-timeout=2s
                        hubcast.hub.impatient.poll-timeout=1s
                        hubcast.hub.without-websockets.transports=server-sent-events,long-polling
                        hubcast.hub.without-events.transports=long-polling,websockets
                        hubcast.hub.without-polls.transports=websockets,server-sent-events
                        """), "META-INF/microprofile-config.properties");
    }

    /** In order, so that the next test does not wait until they are missed. */
    @AfterEach
    void leave() {
        for (RawHubClient client : clients) {
            client.sendIfOpen("{\"type\":7}" + END);
            client.close();
        }
    }

    @Override
    public RawHubConnector to(String hub) {
        return RawHubConnector.to(base.resolve("hubs/" + hub));
    }

    @Override
    public RawHubConnector to(String hub, String user) {
        return to(hub).header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8)));
    }

    @Override
    public RawHubClient connect(RawHubConnector hub) {
        RawHubClient client = hub.connect();
        clients.add(client);
        return client;
    }
}
