package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.HubMessage.Invocation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowPeerTest {

    private static final String SAID = "{\"type\":1,\"target\":\"said\",\"arguments\":[\"hello\"]}";

    @Test
    void a_client_that_does_not_read_is_closed_and_its_neighbours_hear_everything() {
        try (TestHub test = new TestHub(TestHub.outboxLimit(5 * SAID.length()))) {
            Peer slow = test.connect().stalls();
            Peer healthy = test.connect();
            for (int i = 0; i < 20; i++) {
                test.hub.deliver(Audience.all(), Invocation.of("said", List.of("hello")));
            }

            assertThat(healthy.hears()).hasSize(21);
            Eventually.value(slow.transport().aborted());
            assertThat(slow.hears()).containsExactly(Peer.ACCEPTED, SAID);
            Eventually.holds(() -> assertThat(test.code.noted()).anyMatch(each -> each.startsWith("closed 1013 More than")));
            assertThat(test.hub.connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void a_silent_server_pings_and_one_that_speaks_does_not() {
        try (TestHub test = new TestHub()) {
            Peer peer = test.connect();
            peer.connection().tick(System.nanoTime() + Duration.ofSeconds(14).toNanos());
            peer.heardExactly();

            peer.connection().tick(System.nanoTime() + Duration.ofSeconds(15).toNanos());
            peer.heardExactly("{\"type\":6}");
        }
    }

    @Test
    void no_ping_is_added_to_what_already_waits() {
        try (TestHub test = new TestHub()) {
            Peer peer = test.connect().stalls();
            test.hub.deliver(Audience.all(), Invocation.of("said", List.of("hello")));
            peer.connection().tick(System.nanoTime() + Duration.ofSeconds(9).toNanos());
            peer.transport().holdNoLonger().done(null);

            peer.heardExactly(SAID);
        }
    }
}
