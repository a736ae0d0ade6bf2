package dev.hubcast.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawHubClient;
import jakarta.json.JsonString;
import java.util.List;
import java.util.stream.Stream;

/** The application that {@link SlowPeersIT} deploys, as the test interfaces see it. */
interface PeersApplication {

    int HEAVY_BYTES = 30_000;
    int MOST_TICKS = 500;
    /** More than the system's buffers take. */
    int STALLING_TICKS = 150;
    /** One record that is more than the system's buffers take. */
    int STALLING_BYTES = 12_000_000;
    String TOO_LONG = "1013 A write took longer than the send timeout.";

    /** A client of a hub over a WebSocket. */
    RawHubClient connect(String hub);

    RawHubClient connect(String hub, TransportType by);

    /** A client whose system takes little that it does not read. */
    RawHubClient connectSlow(String hub, TransportType by);

    default List<RawHubClient> connect(String hub, int count) {
        return Stream.generate(() -> connect(hub)).limit(count).toList();
    }

    default HubWatch watch(String hub) {
        return HubWatch.alone(connect(hub));
    }

    static String joinHeavy(RawHubClient client) {
        return ((JsonString) client.invoke("joinHeavy")).getString();
    }

    static void ping(RawHubClient client) {
        client.sendText("{\"type\":6}\u001e");
    }

    /** Sends so much to the heavy group that a write to each member that does not read stalls. */
    static void stall(HubWatch watch) {
        for (int tick = 1; tick <= STALLING_TICKS; tick++) {
            watch.client().invoke("tick", tick, HEAVY_BYTES);
        }
    }

    static void assertHeard(List<RawHubClient> clients, int tick) {
        for (RawHubClient each : clients) {
            assertThat(each.received("tick").getJsonArray("arguments").getInt(0)).isEqualTo(tick);
        }
    }

    /** No thread of the server is busy, now that nothing happens: measured over two seconds, of which a thread that spins takes most. */
    static void assertNoThreadSpins(HubWatch watch) {
        String busiest = ((JsonString) watch.client().invoke("busiestThread", 2000)).getString();
        assertThat(Integer.parseInt(busiest.substring(0, busiest.indexOf(' ')))).as("CPU milliseconds and name: %s", busiest)
                .isLessThan(400);
    }
}
