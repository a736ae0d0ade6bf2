package dev.hubcast.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.itest.Ends;
import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.HubRegistry;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.ObservedHub;
import dev.hubcast.itest.OwnServer;
import dev.hubcast.itest.PayaraComplains;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.ServerUnderTest;
import jakarta.json.JsonNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An application comes and goes with clients on every transport, one of them stalled, and leaves nothing behind in its server. */
@ExpectedLog(value = PayaraComplains.A_REQUEST_RECYCLED_TWICE, optional = true, on = ServerUnderTest.PAYARA_MICRO)
class RedeployIT {

    private static final int TIMES = 20;
    private static final String APPLICATION = "passing";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** One record that is more than the system's buffers take. */
    private static final int STALLING_CHARACTERS = 12_000_000;
    /** Neither server lets go of everything at once, of whatever application, see docs/servers.md; but what it keeps does not add up. */
    private static final int MOST_KEPT_BY_SERVER = 6;

    private static OwnServer server;

    @BeforeAll
    static void start() {
        server = OwnServer.startOpen(Map.of());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static WebArchive application(String webSocket) {
        return HubcastWar.passing(QuietHub.class, ObservedHub.class, Ends.class, HubRegistry.class)
                .addAsResource(new StringAsset("""
                        hubcast.keep-alive-interval=1h
                        hubcast.client-timeout=1h
                        hubcast.poll-timeout=1h
                        hubcast.send-timeout=1h
                        hubcast.close-timeout=500ms
                        hubcast.outbox-limit=20000000
                        hubcast.websocket=%s
                        """.formatted(webSocket)), "META-INF/microprofile-config.properties");
    }

    @Test
    void twenty_deployments_with_clients_on_every_transport_leave_no_threads_behind_and_class_loaders_do_not_pile_up() throws Exception {
        comeAndGo("upgrade", RedeployIT::assertIsSeen);
        for (int time = 1; time < TIMES; time++) {
            comeAndGo(time % 2 == 0 ? "upgrade" : "container", () -> { });
        }

        awaitWithin(PATIENCE, "no thread of Hubcast", () -> server.jvm().threads().stream().noneMatch(RedeployIT::isOfManagedFactory));
        awaitWithin(PATIENCE, "class loaders that do not pile up", () -> {
            server.jvm().collectGarbage();
            return server.jvm().loadersOf(QuietHub.class) <= MOST_KEPT_BY_SERVER;
        });
    }

    private static void comeAndGo(String webSocket, Runnable meanwhile) throws Exception {
        server.deploy(APPLICATION, application(webSocket));
        try (RawHubClient stalled = connectStalled()) {
            List<RawHubClient> clients = connectOnEveryTransport();
            meanwhile.run();
            undeployUnder(clients);
            if (webSocket.equals("upgrade")) { // the container's stays until the client reads or goes
                assertThat(stalled.lengthsToTheEnd()).as("of what arrived").allMatch(length -> length < STALLING_CHARACTERS);
            }
        }
    }

    /** What is not there afterwards would be found if it were; asked once, because each look at the server starts a JVM. */
    private static void assertIsSeen() {
        assertThat(server.jvm().loadersOf(QuietHub.class)).as("class loaders of the application").isPositive();
        assertThat(server.jvm().threads()).as("threads of Hubcast").anyMatch(RedeployIT::isOfManagedFactory);
    }

    /** By the names that Payara and WildFly give to the threads of the default factory, which Hubcast has its threads from. */
    private static boolean isOfManagedFactory(String thread) {
        return thread.contains("__defaultManagedThreadFactory") || thread.contains("ManagedThreadFactory-default");
    }

    private static RawHubConnector hub() {
        return RawHubConnector.to(server.at(APPLICATION, "/hubs/quiet"));
    }

    /** A client over a WebSocket that does not read, for which one record is being written and another one waits. */
    private static RawHubClient connectStalled() {
        RawHubClient stalled = hub().changing(request -> request.receiveBuffer(4096)).connect();
        String id = HubWatch.idOf(stalled);
        stalled.send("tellMuch", STALLING_CHARACTERS);
        try (RawHubClient other = hub().connect()) {
            awaitWithin(PATIENCE, "a record that waits for the stalled client", () -> {
                other.invoke("tellAll");
                return ((JsonNumber) other.invoke("queued", id)).intValue() > 0;
            });
        }
        return stalled;
    }

    private static List<RawHubClient> connectOnEveryTransport() {
        List<RawHubClient> clients = new ArrayList<>();
        for (TransportType type : TransportType.values()) {
            clients.add(hub().by(type).connect());
        }
        Way.park(clients.get(TransportType.LONG_POLLING.ordinal()), clients.get(TransportType.WEB_SOCKETS.ordinal()));
        return clients;
    }

    private static void undeployUnder(List<RawHubClient> clients) throws Exception {
        CompletableFuture<Void> heard = CompletableFuture.runAsync(() -> clients.forEach(client -> {
            assertThat(client.receivedClose().getBoolean("allowReconnect", false)).isTrue();
            client.close();
        }));
        server.undeploy(APPLICATION);
        heard.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void awaitWithin(Duration limit, String expected, BooleanSupplier reached) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Expected within " + limit.toSeconds() + " s " + expected);
            }
        }
    }
}
