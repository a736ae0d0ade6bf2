package dev.hubcast.presence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.context.TestUsers;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.OnEveryTransport;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import java.net.URI;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Beans observe who comes, joins, leaves and goes, as the caller, on every transport. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PresenceIT {

    @ArquillianResource
    URI base;

    private RawHubClient watcher;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(PresenceHub.class, WatchHub.class, Doorman.class, Presence.class, TestUsers.class);
    }

    @BeforeEach
    void watch() {
        watcher = RawHubClient.connect(base.resolve("hubs/watch"));
    }

    @AfterEach
    void leave() {
        watcher.close();
    }

    private RawHubClient connect(TransportType by) {
        return RawHubConnector.to(base.resolve("hubs/presence")).by(by)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("ada:ada".getBytes(UTF_8)))
                .connect();
    }

    private void assertNoted(String what) {
        assertThat(watcher.received("noted").get("arguments").toString()).isEqualTo("[\"" + what + "\",\"ada\",\"ada\",true]");
    }

    @OnEveryTransport
    void observers_hear_of_a_connection_in_order_and_with_its_identity(TransportType by) {
        RawHubClient ada = connect(by);
        ada.invoke("join", "java");
        ada.invoke("join", "jakarta");
        ada.invoke("leave", "java");
        ada.leave();

        assertNoted("connected");
        assertNoted("joined java");
        assertNoted("joined jakarta");
        assertNoted("left java");
        assertNoted("left jakarta");
        assertNoted("disconnected");
        assertThat(watcher.received("later").getJsonArray("arguments").getString(0)).isEqualTo("ada");
        watcher.receivedNothingUntil("nothing");
    }
}
