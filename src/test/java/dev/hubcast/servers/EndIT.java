package dev.hubcast.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.OwnServer;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawListener;
import dev.hubcast.itest.RawRequest;
import dev.hubcast.itest.ServerUnderTest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server ends, and with it its applications, which it undeploys first: each client hears of it, and may come back. */
class EndIT {

    private static final int GOING_AWAY = 1001;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void clients_on_every_transport_hear_of_it_and_may_come_back_and_the_streams_of_queues_end() throws Exception {
        Map<Way, RawHubClient> clients = new EnumMap<>(Way.class);
        OwnServer server = OwnServer.start(Way.applications());
        RawListener listener;
        CompletableFuture<Void> end;
        try {
            listener = RawListener.open(RawRequest.of("GET", server.at("upgrade", "/queue")));
            for (Way way : Way.values()) {
                clients.put(way, way.connect(server));
            }
            Way.park(clients.get(Way.POLLS), clients.get(Way.UPGRADED_SOCKET));
        } finally {
            end = CompletableFuture.runAsync(server::close);
        }

        clients.forEach((way, client) -> {
            if (way == Way.CONTAINERS_SOCKET && ServerUnderTest.current() == ServerUnderTest.WILDFLY) {
                client.socket().expectClose(GOING_AWAY); // the server is suspended before it ends, and its WebSockets closed
            } else {
                assertThat(client.receivedClose().getBoolean("allowReconnect", false)).as("%s may come back", way).isTrue();
            }
            client.close();
        });
        listener.expectEnd();
        listener.close();
        end.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
