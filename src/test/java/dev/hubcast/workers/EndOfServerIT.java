package dev.hubcast.workers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.OwnServer;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.ServerUnderTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The server ends within half a minute, as {@link OwnServer#close} demands, and says so to every client. */
class EndOfServerIT {

    /** Payara's Catalina looks for what the threads of blocked methods hold. */
    @Test
    @ExpectedLog(value = "type \\[dev\\.hubcast\\.(connection\\.Burst|dispatch\\.ConnectionCaller)] .* failed to remove it",
            on = ServerUnderTest.PAYARA_MICRO)
    void methods_that_block_for_ever_do_not_hold_up_the_end_of_the_server() {
        RawHubClient idle;
        List<RawHubClient> blocked;
        try (OwnServer server = OwnServer.start(
                Map.of("ending", HubcastWar.of(BusyHub.class, OtherHub.class, WaitingHub.class, Gates.class)))) {
            idle = RawHubClient.connect(server.at("ending", "/hubs/other"));
            blocked = Stream.of("/hubs/busy", "/hubs/other").map(hub -> RawHubClient.connect(server.at("ending", hub))).toList();
            for (RawHubClient client : blocked) {
                client.begin("blockForEver");
                client.received("begun");
            }
        }

        for (RawHubClient client : List.of(idle, blocked.get(0), blocked.get(1))) {
            assertThat(client.receivedClose().getBoolean("allowReconnect", false)).isTrue();
            client.close();
        }
    }
}
