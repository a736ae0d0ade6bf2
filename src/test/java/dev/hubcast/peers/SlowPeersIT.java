package dev.hubcast.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.Ends;
import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HubRegistry;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.ObservedHub;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawWebSocket;
import jakarta.json.JsonString;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that read too slowly, not at all, or are no longer there: they are closed, and nobody else notices. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SlowPeersIT {

    private static final int HEAVY_BYTES = 30_000;
    private static final int MOST_TICKS = 500;
    private static final int LARGEST_MESSAGE = 64 * 1024;
    /** Linux keeps at most 4 MiB for a socket that is written to, unless it is told otherwise, and as much for the one that is read. */
    private static final int SYSTEM_BUFFERS = 8 * 1024 * 1024;
    /** More than the system's buffers take. */
    private static final int STALLING_TICKS = 150;
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String TOO_MUCH = "1013 More than 200000 bytes wait.";
    private static final String GONE = "1006 No reason given.";
    private static final String TOO_LONG = "1013 A write took longer than the send timeout.";

    private final List<RawHubClient> clients = new ArrayList<>();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(PeersHub.class, BoundedHub.class, TimedHub.class, ObservedHub.class, Ends.class, HubRegistry.class)
                .addAsResource(new StringAsset("""
                        hubcast.keep-alive-interval=1s
                        hubcast.close-timeout=2s
                        hubcast.hub.bounded.outbox-limit=200000
                        hubcast.hub.bounded.send-timeout=60s
                        hubcast.hub.timed.outbox-limit=20000000
                        hubcast.hub.timed.send-timeout=4s
                        hubcast.hub.timed.client-timeout=2s
                        """), "META-INF/microprofile-config.properties");
    }

    @AfterEach
    void leave() {
        clients.forEach(RawHubClient::close);
    }

    private RawHubClient connect(String hub) {
        return kept(RawHubClient.connect(base.resolve("hubs/" + hub)));
    }

    private List<RawHubClient> connect(String hub, int count) {
        return Stream.generate(() -> connect(hub)).limit(count).toList();
    }

    private HubWatch watch(String hub) {
        return HubWatch.alone(connect(hub));
    }

    private RawHubClient connectSlow(String hub) {
        return kept(RawHubConnector.to(base.resolve("hubs/" + hub)).changing(request -> request.receiveBuffer(4096)).connect());
    }

    private RawHubClient kept(RawHubClient client) {
        clients.add(client);
        return client;
    }

    private static String joinHeavy(RawHubClient client) {
        return ((JsonString) client.invoke("joinHeavy")).getString();
    }

    private static void ping(RawHubClient client) {
        client.sendText("{\"type\":6}\u001e");
    }

    /** Sends so much to the heavy group that a write to each member that does not read stalls. */
    private static void stall(HubWatch watch) {
        for (int tick = 1; tick <= STALLING_TICKS; tick++) {
            watch.client().invoke("tick", tick, HEAVY_BYTES);
        }
    }

    private static void assertHeard(List<RawHubClient> clients, int tick) {
        for (RawHubClient each : clients) {
            assertThat(each.received("tick").getJsonArray("arguments").getInt(0)).isEqualTo(tick);
        }
    }

    /** Reads what the server's system still holds, up to the end of TCP, and answers its bytes. */
    private static long readToTheEnd(RawWebSocket socket) {
        long bytes = 0;
        while (true) {
            Frame frame;
            try {
                frame = socket.receive("what is left", Duration.ofSeconds(10));
            } catch (AssertionError e) {
                assertThat(e).hasMessageContaining("the connection ended");
                return bytes;
            }
            assertThat(frame.payload().length).isLessThanOrEqualTo(LARGEST_MESSAGE);
            bytes += frame.payload().length;
        }
    }

    @Test
    void one_that_stops_reading_is_closed_for_what_waits_while_fifty_others_hear_everything() {
        HubWatch watch = watch("bounded");
        List<RawHubClient> others = connect("bounded", 50);
        RawHubClient slow = connectSlow("bounded");
        String id = joinHeavy(slow);

        int ticks = 0;
        while (!watch.hasEnded(id) && ticks < MOST_TICKS) {
            watch.client().invoke("tick", ++ticks, HEAVY_BYTES);
            assertHeard(others, ticks);
        }

        watch.assertEnded(id, TOO_MUCH, 51);
        watch.client().invoke("tick", ++ticks, HEAVY_BYTES);
        assertHeard(others, ticks);
    }

    /** What a closed one can still read is what the system held for it, and a message: no queue of the server's own. */
    @Test
    void of_one_that_was_closed_the_server_keeps_no_more_than_a_message() {
        HubWatch watch = watch("bounded");
        RawHubClient slow = connectSlow("bounded");
        String id = joinHeavy(slow);
        for (int tick = 1; !watch.hasEnded(id) && tick < MOST_TICKS; tick++) {
            watch.client().invoke("tick", tick, HEAVY_BYTES);
        }
        watch.assertEnded(id, TOO_MUCH, 1);
        watch.assertNothingQueued(id);

        assertThat(readToTheEnd(slow.socket())).isPositive().isLessThan(SYSTEM_BUFFERS);
        watch.awaitTransports(1);
    }

    @Test
    void nobody_waits_for_one_whose_write_stalls_and_the_send_timeout_ends_it() {
        HubWatch watch = watch("timed");
        List<RawHubClient> others = connect("timed", 20);
        String id = joinHeavy(connectSlow("timed"));
        Duration longest = Duration.ZERO;

        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int tick = 1; !watch.hasEnded(id) && System.nanoTime() < deadline; tick++) {
            long before = System.nanoTime();
            watch.client().invoke("tick", tick, tick <= STALLING_TICKS ? HEAVY_BYTES : 1);
            assertHeard(others, tick);
            Duration round = Duration.ofNanos(System.nanoTime() - before);
            longest = round.compareTo(longest) > 0 ? round : longest;
        }

        watch.assertEnded(id, TOO_LONG, 21);
        assertThat(longest).isLessThan(SEND_TIMEOUT);
    }

    @Test
    void pings_do_not_save_one_that_never_reads() {
        HubWatch watch = watch("timed");
        RawHubClient slow = connectSlow("timed");
        String id = joinHeavy(slow);
        ScheduledExecutorService pinger = Executors.newSingleThreadScheduledExecutor();
        try {
            pinger.scheduleAtFixedRate(() -> ping(slow), 0, 200, TimeUnit.MILLISECONDS);
            stall(watch);

            watch.assertEnded(id, TOO_LONG, 1);
        } finally {
            pinger.shutdownNow();
        }
    }

    @Test
    void one_that_has_vanished_is_found_by_the_client_timeout_and_one_that_never_pinged_may_be_silent() {
        HubWatch watch = watch("timed");
        RawHubClient quiet = connect("timed");
        RawHubClient vanished = connect("timed");
        String id = joinHeavy(vanished);

        ping(vanished);

        watch.assertEnded(id, "1006 Client timeout.", 2);
        watch.client().invoke("tick", 1, 1);
        assertHeard(List.of(quiet), 1);
    }

    @Test
    void one_that_has_vanished_in_the_middle_of_a_write_is_forgotten_after_the_close_timeout() {
        HubWatch watch = watch("timed");
        RawHubClient vanished = connectSlow("timed");
        String id = joinHeavy(vanished);

        ping(vanished);
        stall(watch);

        watch.assertEnded(id, "1006 Client timeout.", 1);
        watch.awaitTransports(1);
        watch.assertNothingQueued(id);
    }

    @Test
    void a_reset_in_the_middle_of_a_write_ends_the_connection_once() {
        HubWatch watch = watch("timed");
        RawHubClient slow = connectSlow("timed");
        String id = joinHeavy(slow);
        stall(watch);

        slow.socket().reset();

        watch.assertEnded(id, GONE, 1);
        watch.awaitTransports(1);
    }

    @Test
    void a_half_closed_socket_ends_the_connection() {
        HubWatch watch = watch("timed");
        RawHubClient half = connect("timed");
        String id = joinHeavy(half);

        half.socket().halfClose();

        watch.assertEnded(id, GONE, 1);
        watch.awaitTransports(1);
        half.socket().expectEnd();
    }

    @Test
    void a_socket_half_closed_in_the_middle_of_a_write_ends_the_connection() {
        HubWatch watch = watch("timed");
        RawHubClient slow = connectSlow("timed");
        String id = joinHeavy(slow);
        stall(watch);

        slow.socket().halfClose();

        watch.assertEnded(id, GONE, 1);
        watch.awaitTransports(1);
    }

    @Test
    void two_hundred_slow_ones_at_once_are_closed_while_others_hear_everything() {
        HubWatch watch = watch("bounded");
        List<RawHubClient> others = connect("bounded", 10);
        List<String> ids = Stream.generate(() -> joinHeavy(connectSlow("bounded"))).limit(200).toList();

        for (int tick = 1; watch.connections() > 11 && tick < MOST_TICKS; tick++) {
            watch.client().invoke("tick", tick, HEAVY_BYTES);
            assertHeard(others, tick);
        }

        ids.forEach(id -> watch.assertEnded(id, TOO_MUCH, 11));
        RawHubClient leaving = others.get(0);
        leaving.send("hangUp");
        assertThat(leaving.receivedClose().containsKey("error")).isFalse();
        leaving.socket().expectClose(1000);
    }
}
