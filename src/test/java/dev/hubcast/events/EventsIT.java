package dev.hubcast.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawRequest;
import jakarta.json.JsonObject;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Beans fire CDI events; a hub observes them and its groups hear. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EventsIT {

    @ArquillianResource
    URI base;

    private RawHubClient north;
    private RawHubClient south;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(SalesHub.class, Orders.class, OrderPlaced.class, RestApplication.class);
    }

    @BeforeEach
    void watch() {
        north = RawHubClient.connect(base.resolve("hubs/sales"));
        south = RawHubClient.connect(base.resolve("hubs/sales"));
        north.invoke("watch", "north");
        south.invoke("watch", "south");
    }

    @AfterEach
    void leave() {
        north.close();
        south.close();
    }

    private void post(String path) {
        assertThat(RawRequest.of("POST", base.resolve("api/orders/" + path)).body("").send().status()).isEqualTo(204);
    }

    @Test
    void a_group_hears_what_a_rest_resource_fires_after_the_commit_and_no_other_group_does() {
        post("north/tea");

        JsonObject event = north.received("orderPlaced").getJsonArray("arguments").getJsonObject(0);
        assertThat(event.getString("region")).isEqualTo("north");
        assertThat(event.getString("product")).isEqualTo("tea");
        south.receivedNothingUntil("nothing");
    }

    @Test
    void a_group_hears_what_an_ejb_fires_that_a_hub_called() {
        south.invoke("order", "north", "coffee");

        assertThat(north.received("orderPlaced").getJsonArray("arguments").getJsonObject(0).getString("product")).isEqualTo("coffee");
    }

    @Test
    void nobody_hears_of_a_transaction_that_was_rolled_back() {
        post("south/never?refuse=true");

        assertThat(south.receive().getString("target")).isEqualTo("orderFailed");
        south.receivedNothingUntil("nothing");
    }

    @Test
    void observers_are_no_hub_methods() {
        assertThat(north.invokeForError("committed", "x")).endsWith("HubException: Method does not exist.");
    }
}
