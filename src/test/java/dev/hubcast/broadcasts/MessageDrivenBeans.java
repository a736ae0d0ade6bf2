package dev.hubcast.broadcasts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.OwnServer;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawRequest;
import java.util.Map;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A message-driven bean fires events like any other bean, and the group hears them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MessageDrivenBeans {

    static final String SHOP = "shop";

    private final String resource;
    private OwnServer server;
    private RawHubClient north;
    private RawHubClient south;

    /** Takes the path of what sends messages to the bean. */
    MessageDrivenBeans(String resource) {
        this.resource = resource;
    }

    /** The application, and before it what it needs, each with its name. */
    abstract Map<String, ? extends Archive<?>> archives();

    @BeforeAll
    void start() {
        server = OwnServer.startFull(archives());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void watch() {
        north = RawHubClient.connect(server.at(SHOP, "/hubs/sales"));
        south = RawHubClient.connect(server.at(SHOP, "/hubs/sales"));
        north.invoke("watch", "region-north");
        south.invoke("watch", "region-south");
    }

    @AfterEach
    void leave() {
        north.close();
        south.close();
    }

    void message(String path) {
        assertThat(RawRequest.of("POST", server.at(SHOP, "/api/" + resource + "/" + path)).body("").send().status()).isEqualTo(204);
    }

    void assertNorthHears(String product) {
        assertThat(north.received("orderPlaced").getJsonArray("arguments").getJsonObject(0).getString("product")).isEqualTo(product);
        north.receivedNothingUntil("nothing");
    }

    @Test
    void the_group_hears_what_a_message_driven_bean_fires() {
        message("north/tea");

        assertNorthHears("tea");
        south.receivedNothingUntil("nothing");
    }
}
