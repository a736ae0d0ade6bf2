package dev.hubcast.calls;

import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.RawHubClient;
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

/** What calls do and what they fail with, on a server with two workers; the tests are in the interfaces. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CallsIT implements FailureTests, QueueTests, ValueTests {

    private final List<RawHubClient> clients = new ArrayList<>();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(CallsHub.class, FailingMethods.class, DetailedHub.class, Gates.class, ValuesHub.class, ValuesHub.Colour.class,
                        ValuesHub.Order.class, ValuesHub.Line.class, ValuesHub.Animal.class, ValuesHub.Trap.class)
                .addAsResource(new StringAsset("""
                        hubcast.workers=2
                        hubcast.hub.detailed.detailed-errors=true
                        """), "META-INF/microprofile-config.properties");
    }

    @Override
    public RawHubClient connect(String hub) {
        RawHubClient client = RawHubClient.connect(base.resolve("hubs/" + hub));
        clients.add(client);
        return client;
    }

    @AfterEach
    void leave() {
        clients.forEach(RawHubClient::close);
    }
}
