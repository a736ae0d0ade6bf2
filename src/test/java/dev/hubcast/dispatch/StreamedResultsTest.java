package dev.hubcast.dispatch;

import static dev.hubcast.dispatch.HubUnderTest.error;
import static dev.hubcast.dispatch.HubUnderTest.item;
import static dev.hubcast.dispatch.HubUnderTest.over;
import static dev.hubcast.dispatch.StreamingHub.noted;
import static dev.hubcast.dispatch.StreamingHub.nothingRuns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.HubException;
import dev.hubcast.connection.Peer;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client hears of a stream. */
class StreamedResultsTest {

    private static final String STREAMING = "An error occurred on the server while streaming results.";

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

    @ParameterizedTest
    @ValueSource(strings = {"count", "countByPublisher", "countLater", "countByPublisherLater"})
    void items_come_in_their_order_and_then_the_end(String target) {
        Peer peer = hub.connect();
        peer.streams("1", target, "3");

        peer.heardExactly(item("1", "0"), item("1", "1"), item("1", "2"), over("1"));
        nothingRuns(peer);
        assertThat(StreamingHub.NOTED).doesNotContain("cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "countByPublisher", "countLater", "countByPublisherLater"})
    void a_stream_may_be_empty(String target) {
        Peer peer = hub.connect();
        peer.streams("1", target, "0");

        peer.heardExactly(over("1"));
    }

    @Test
    void a_publisher_that_signals_within_the_request_is_not_called_from_within_its_signal() {
        Peer peer = hub.connect();
        peer.streams("1", "countByPublisher", "20000");

        peer.heard(over("1"));
        assertThat(peer.hears()).hasSize(20_002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "countByPublisher", "countLater", "countByPublisherLater"})
    void items_that_are_ready_leave_together(String target) {
        Peer peer = hub.connect();
        peer.streams("1", target, "2000");

        peer.heard(over("1"));
        assertThat(peer.transport().messages()).as("a message a millisecond, or when it is full").hasSizeLessThan(1000);
    }

    @Test
    void a_stream_is_closed_at_its_end() {
        Peer peer = hub.connect();
        peer.streams("1", "count", "1");

        peer.heard(over("1"));
        noted("closed");
    }

    @Test
    void a_method_that_fails_is_answered_as_a_call_is() {
        Peer peer = hub.connect();
        peer.streams("1", "fail");
        peer.heard(error("1", "An unexpected error occurred invoking 'fail' on the server. HubException: no stream"));
        peer.streams("2", "count", "\"x\"");
        peer.heard(error("2", "Failed to invoke 'count' due to an error on the server."));
        peer.streams("3", "forAdmins");
        peer.heard(error("3", "Failed to invoke 'forAdmins' because user is unauthorized"));
        nothingRuns(peer);
    }

    @Test
    void a_stream_that_fails_says_so_behind_its_items() {
        Peer peer = hub.connect();
        peer.streams("1", "failAmidst");
        peer.heardExactly(item("1", "1"), error("1", STREAMING + " HubException: counted"));

        peer.streams("2", "failByPublisher");
        peer.heard(error("2", STREAMING));
        assertThat(StreamingHub.NOTED).as("who has failed need not be cancelled").isEmpty();
    }

    @Test
    void what_is_no_stream_or_cannot_be_written_fails_the_call() {
        Peer peer = hub.connect();
        peer.streams("1", "nothing");
        peer.heard(error("1", "The value returned by the streaming method 'nothing' is not a Stream or Flow.Publisher."));
        peer.streams("2", "unwritable");
        peer.heard(error("2", STREAMING));
    }

    @Test
    void a_streaming_method_is_not_called_plainly() {
        Peer peer = hub.connect();
        peer.says("{\"type\":1,\"target\":\"count\",\"arguments\":[3]}");
        peer.invokes("1", "count", "3");

        peer.heardExactly(
                error("1", "The client attempted to invoke the streaming 'count' method with a non-streaming invocation."));
    }

    @Test
    void a_stream_is_pulled_in_the_scope_of_its_call() {
        Peer peer = hub.connect("ada");
        peer.streams("1", "whoCalls");

        peer.heardExactly(item("1", "\"ada ada\""), over("1"));
    }
}
