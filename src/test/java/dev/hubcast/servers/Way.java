package dev.hubcast.servers;

import dev.hubcast.TransportType;
import dev.hubcast.itest.Ends;
import dev.hubcast.itest.HubRegistry;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.ObservedHub;
import dev.hubcast.itest.OwnServer;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Each transport, and each WebSocket, to a server with two applications. */
enum Way {
    UPGRADED_SOCKET("upgrade", TransportType.WEB_SOCKETS),
    CONTAINERS_SOCKET("container", TransportType.WEB_SOCKETS),
    EVENT_STREAM("upgrade", TransportType.SERVER_SENT_EVENTS),
    POLLS("upgrade", TransportType.LONG_POLLING);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String application;
    private final TransportType transport;

    Way(String application, TransportType transport) {
        this.application = application;
        this.transport = transport;
    }

    static Map<String, WebArchive> applications() {
        return Map.of("upgrade", application("upgrade"), "container", application("container"));
    }

    /** One with this kind of WebSocket, by which it is called, in which Hubcast is patient. */
    static WebArchive application(String webSocket) {
        WebArchive hubs = HubcastWar.of(
                QuietHub.class, ObservedHub.class, Ends.class, HubRegistry.class, WitnessServlet.class, Witness.class,
                QueueServlet.class);
        return ShrinkWrap.create(WebArchive.class, webSocket + ".war").merge(hubs)
                .addAsResource(new StringAsset("""
                        hubcast.keep-alive-interval=1h
                        hubcast.client-timeout=1h
                        hubcast.poll-timeout=1h
                        hubcast.websocket=%s
                        """.formatted(webSocket)), "META-INF/microprofile-config.properties");
    }

    /** Has a client over long polling wait for an answer; the neighbour sees that it does. */
    static void park(RawHubClient client, RawHubClient neighbour) {
        String id = HubWatch.idOf(client);
        client.polling().park();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (neighbour.invoke("pollWaits", id) != JsonValue.TRUE) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Expected a poll that waits within " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    RawHubClient connect(OwnServer server) {
        return RawHubConnector.to(server.at(application, "/hubs/quiet")).by(transport).connect();
    }
}
