package dev.hubcast.dispatch;

import static dev.hubcast.dispatch.HubUnderTest.error;
import static dev.hubcast.dispatch.HubUnderTest.item;
import static dev.hubcast.dispatch.HubUnderTest.over;
import static dev.hubcast.dispatch.HubUnderTest.result;
import static dev.hubcast.dispatch.StreamingHub.noted;
import static dev.hubcast.dispatch.StreamingHub.nothingRuns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams that nobody wants any more. */
class StreamCancellationTest {

    private final HubUnderTest hub = HubUnderTest.of(StreamingHub.class);

    @BeforeEach
    void begin() {
        StreamingHub.reset();
    }

    @AfterEach
    void end() {
        StreamingHub.publisher.close();
        hub.close();
    }

    @Test
    void what_the_client_cancels_is_interrupted_and_closed_and_ends_without_an_error() {
        Peer peer = hub.connect();
        peer.streams("1", "stuck");
        peer.heard(item("1", "0"));
        peer.cancels("1");

        peer.heardExactly(item("1", "0"), over("1"));
        noted("interrupted", "closed");
        nothingRuns(peer);
        peer.invokes("2", "echo", "\"still here\"");
        peer.heard(result("2", "\"still here\""));
    }

    @Test
    void a_stream_that_came_by_a_stage_is_interrupted_too() {
        Peer peer = hub.connect();
        peer.streams("1", "stuckAtOnce");
        peer.heard(item("1", "0"));
        peer.cancels("1");

        peer.heardExactly(item("1", "0"), over("1"));
        noted("interrupted", "closed");
    }

    @Test
    void what_the_client_cancels_in_one_breath_is_cancelled_too() {
        Peer peer = hub.connect();
        peer.says("{\"type\":1,\"invocationId\":\"1\",\"target\":\"never\",\"arguments\":[]}",
                "{\"type\":1,\"invocationId\":\"2\",\"target\":\"echo\",\"arguments\":[\"behind\"]}",
                "{\"type\":5,\"invocationId\":\"1\"}");

        peer.heardExactly(error("1", "An unexpected error occurred invoking 'never' on the server."), result("2", "\"behind\""));
    }

    @Test
    void what_the_client_cancels_cancels_its_publisher() {
        Peer peer = hub.connect();
        peer.streams("1", "published");
        Eventually.holds(() -> assertThat(StreamingHub.publisher.getNumberOfSubscribers()).isEqualTo(1));
        StreamingHub.publisher.submit(7);
        peer.heard(item("1", "7"));
        peer.cancels("1");

        Eventually.holds(() -> assertThat(StreamingHub.publisher.getNumberOfSubscribers()).isZero());
        peer.heardExactly(item("1", "7"), over("1"));
        nothingRuns(peer);
    }

    @Test
    void what_the_client_cancels_before_it_is_there_is_cancelled_too() {
        Peer peer = hub.connect();
        peer.streams("1", "whenever");
        Eventually.holds(() -> assertThat(StreamingHub.WAITING).hasValue(1));
        peer.cancels("1");

        peer.heard(over("1"));
        Eventually.holds(() -> assertThat(StreamingHub.pending).isCancelled());
    }

    @Test
    void what_the_client_cancels_at_once_has_its_producer_told() {
        Peer peer = hub.connect();
        for (int i = 1; i <= 200; i++) {
            peer.says("{\"type\":4,\"invocationId\":\"" + i + "\",\"target\":\"silent\",\"arguments\":[]}",
                    "{\"type\":5,\"invocationId\":\"" + i + "\"}");
            peer.heard(over(String.valueOf(i)));
        }

        Eventually.holds(() -> assertThat(StreamingHub.NOTED).hasSize(200).containsOnly("cancelled"));
        nothingRuns(peer);
    }

    @Test
    void a_client_that_goes_cancels_its_streams() {
        Peer peer = hub.connect();
        peer.streams("1", "stuck");
        peer.streams("2", "published");
        peer.streams("3", "whenever");
        peer.heard(item("1", "0"));
        Eventually.holds(() -> assertThat(StreamingHub.publisher.getNumberOfSubscribers()).isEqualTo(1));
        Eventually.holds(() -> assertThat(StreamingHub.WAITING).hasValue(1));
        peer.vanishes();

        Eventually.holds(() -> assertThat(StreamingHub.publisher.getNumberOfSubscribers()).isZero());
        noted("interrupted", "closed");
        Eventually.holds(() -> assertThat(StreamingHub.pending).isCancelled());
        nothingRuns(peer);
    }

    @Test
    void the_end_of_the_server_cancels_streams() {
        Peer peer = hub.connect();
        peer.streams("1", "stuck");
        peer.streams("2", "published");
        peer.heard(item("1", "0"));
        Eventually.holds(() -> assertThat(StreamingHub.publisher.getNumberOfSubscribers()).isEqualTo(1));
        hub.hub().close();

        Eventually.holds(() -> assertThat(StreamingHub.publisher.getNumberOfSubscribers()).isZero());
        noted("interrupted", "closed");
    }
}
