package dev.hubcast.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.OwnServer;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.ServerUnderTest;
import jakarta.json.JsonString;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How long a connection may be silent is up to Hubcast's own times, whatever the server's listener does to what is idle. */
class ListenerTimeoutsIT {

    private static final Duration LONG = OwnServer.IMPATIENCE.multipliedBy(2).plusSeconds(1);
    private static final Duration OFTEN = OwnServer.IMPATIENCE.dividedBy(4);
    private static final int TIMES = (int) LONG.dividedBy(OFTEN);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static OwnServer server;

    @BeforeAll
    static void start() {
        server = OwnServer.startImpatient(Way.applications());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** Two calls, because what ends a connection for being late may do so behind an answer. */
    private static void assertAlive(RawHubClient client) {
        client.receivedNothingUntil("nothing");
        client.receivedNothingUntil("nothing");
    }

    /** All ways at the same time, each on a thread of its own: one after another they would take minutes. */
    private static void onEach(Set<Way> ways, Consumer<RawHubClient> stays) {
        Map<Way, CompletableFuture<Void>> all = new EnumMap<>(Way.class);
        for (Way way : ways) {
            all.put(way, CompletableFuture.runAsync(() -> {
                try (RawHubClient client = way.connect(server)) {
                    stays.accept(client);
                    assertAlive(client);
                }
            }, work -> new Thread(work, way.name()).start()));
        }
        all.forEach((way, done) -> assertThat(done).as(way.name()).succeedsWithin(LONG.plus(PATIENCE)));
    }

    @Test
    void a_connection_on_which_nobody_speaks_outlives_the_listeners_timeouts() {
        onEach(EnumSet.allOf(Way.class), client ->
                assertThat(((JsonString) client.invoke("later", LONG.toMillis())).getString()).isEqualTo("at last"));
    }

    @Test
    void a_client_may_listen_for_longer_than_the_read_timeout() {
        onEach(EnumSet.allOf(Way.class), client -> {
            String call = client.begin("tell", TIMES, OFTEN.toMillis());
            for (int time = 0; time < TIMES; time++) {
                client.received("told");
            }
            client.completionOf(call);
        });
    }

    @Test
    void a_server_may_listen_for_longer_than_the_write_timeout() {
        onEach(EnumSet.of(Way.UPGRADED_SOCKET, Way.CONTAINERS_SOCKET), client -> {
            for (int time = 0; time < TIMES; time++) {
                client.sendText("{\"type\":6}\u001e");
                client.socket().expectSilence(OFTEN);
            }
        });
    }

    @Test
    void without_hubcast_wildfly_ends_an_upgraded_connection_by_its_read_timeout_and_payara_does_not() throws IOException {
        try (WitnessClient client = new WitnessClient(server.at("upgrade", "/witness"))) {
            assertThat(client.endsWithin(LONG)).isEqualTo(ServerUnderTest.current() == ServerUnderTest.WILDFLY);
        }
    }
}
