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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What streams may take: memory, threads, ids, and what they leave behind. */
class StreamBoundsTest {

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
    void a_publisher_that_gives_more_than_was_asked_for_costs_its_client_the_connection_and_not_the_server_its_memory() {
        Peer peer = hub.connect().stalls();
        peer.streams("1", "pushing");

        Eventually.value(peer.transport().aborted());
        noted("cancelled");
        nothingRuns(peer);
    }

    @Test
    void nobody_pulls_more_than_the_client_reads() {
        Peer peer = hub.connect();
        peer.transport().hold();
        peer.streams("1", "endless");
        Eventually.holds(() -> assertThat(StreamingHub.PULLED.get()).isGreaterThan(100));
        int before;
        do {
            before = StreamingHub.PULLED.get();
            peer.connection().whenWritable(() -> { });
            Eventually.holds(() -> assertThat(Thread.getAllStackTraces().values()).anySatisfy(
                    stack -> assertThat(stack).anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("awaitWritable"))));
        } while (before != StreamingHub.PULLED.get());
        assertThat(before).as("64 KiB of records of 40 bytes, and one more").isLessThan(3000);
        assertThat(peer.transport().closed()).isNotDone();
        peer.transport().holdNoLonger();
        peer.transport().done(null);
        int halted = before;
        Eventually.holds(() -> assertThat(StreamingHub.PULLED.get()).isGreaterThan(halted));
        peer.cancels("1");
        noted("closed");
    }

    @Test
    void an_id_belongs_to_one_stream_at_a_time() {
        Peer peer = hub.connect();
        peer.streams("1", "stuck");
        peer.heard(item("1", "0"));
        peer.streams("1", "count", "1");
        peer.heard(error("1", "Invocation ID '1' is already in use."));
        peer.cancels("1");
        peer.heard(over("1"));
        noted("interrupted", "closed");
        peer.streams("1", "countByPublisher", "2");

        peer.heard(item("1", "1"));
    }

    @Test
    void no_more_than_100_calls_of_a_client_stream() {
        Peer peer = hub.connect();
        for (int i = 0; i < 101; i++) {
            peer.streams(String.valueOf(i), "published");
            int open = Math.min(i + 1, 100);
            Eventually.holds(() -> assertThat(StreamingHub.publisher.getNumberOfSubscribers()).isEqualTo(open));
        }

        peer.heard(error("100", "An unexpected error occurred invoking 'published' on the server. HubException: Too many calls of this"
                + " client stream already."));
        peer.cancels("0");
        peer.heard(over("0"));
        peer.streams("101", "count", "1");
        peer.heard(over("101"));
    }

    @Test
    void streams_do_not_hold_up_calls_nor_each_other() {
        Peer peer = hub.connect();
        peer.streams("1", "stuck");
        peer.streams("2", "stuck");
        peer.heard(item("1", "0"));
        peer.heard(item("2", "0"));
        peer.invokes("3", "echo", "\"now\"");

        peer.heard(result("3", "\"now\""));
        assertThat(peer.hears()).doesNotContain(over("1"), over("2"));
    }

    @Test
    void a_stream_for_which_no_thread_is_free_holds_up_nobody_and_can_be_cancelled() {
        Peer peer = hub.connect();
        for (String id : List.of("1", "2", "3", "4")) { // as many as there are threads
            peer.streams(id, "stuck");
            peer.heard(item(id, "0"));
        }
        peer.streams("5", "stuck");
        peer.invokes("6", "echo", "\"now\"");
        peer.heard(result("6", "\"now\""));
        peer.cancels("5");
        peer.heard(over("5"));
        peer.streams("7", "count", "1");
        peer.cancels("1");

        peer.heard(over("7"));
        assertThat(peer.hears()).doesNotContain(item("5", "0"));
    }

    @Test
    void ten_thousand_short_streams_leave_nothing_behind() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            Peer peer = hub.connect();
            for (int id = 0; id < 50; id++) {
                peer.streams(String.valueOf(id), id % 2 == 0 ? "count" : "countByPublisher", "1");
            }
            Eventually.holds(() -> assertThat(peer.hears()).hasSize(101));
            nothingRuns(peer);
        }
        assertThat(StreamingHub.NOTED).hasSize(5000).containsOnly("closed");
        assertThat(hub.finish()).isEmpty();
    }
}
