package dev.hubcast.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.OwnServer;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.ServerUnderTest;
import jakarta.json.JsonString;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long a connection may be silent is up to Hubcast's own times, whatever the server's listener does to what is idle. */
class ListenerTimeoutsIT {

    private static final Duration LONG = OwnServer.IMPATIENCE.multipliedBy(2).plusSeconds(1);
    private static final Duration OFTEN = OwnServer.IMPATIENCE.dividedBy(4);
    private static final int TIMES = (int) LONG.dividedBy(OFTEN);

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

    @ParameterizedTest
    @EnumSource
    void a_connection_on_which_nobody_speaks_outlives_the_listeners_timeouts(Way way) {
        try (RawHubClient client = way.connect(server)) {
            assertThat(((JsonString) client.invoke("later", LONG.toMillis())).getString()).isEqualTo("at last");

            assertAlive(client);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_client_may_listen_for_longer_than_the_read_timeout(Way way) {
        try (RawHubClient client = way.connect(server)) {
            String call = client.begin("tell", TIMES, OFTEN.toMillis());
            for (int time = 0; time < TIMES; time++) {
                client.received("told");
            }
            client.completionOf(call);

            assertAlive(client);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UPGRADED_SOCKET", "CONTAINERS_SOCKET"})
    void a_server_may_listen_for_longer_than_the_write_timeout(Way way) {
        try (RawHubClient client = way.connect(server)) {
            for (int time = 0; time < TIMES; time++) {
                client.sendText("{\"type\":6}\u001e");
                client.socket().expectSilence(OFTEN);
            }

            assertAlive(client);
        }
    }

    @Test
    void without_hubcast_wildfly_ends_an_upgraded_connection_by_its_read_timeout_and_payara_does_not() throws IOException {
        try (WitnessClient client = new WitnessClient(server.at("upgrade", "/witness"))) {
            assertThat(client.endsWithin(LONG)).isEqualTo(ServerUnderTest.current() == ServerUnderTest.WILDFLY);
        }
    }
}
