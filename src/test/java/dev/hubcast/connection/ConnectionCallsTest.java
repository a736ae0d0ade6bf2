package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.Payload;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionCallsTest {

    private final TestHub test = new TestHub();

    @AfterEach
    void end() {
        test.close();
    }

    private static String call(String id) {
        return "{\"type\":1,\"invocationId\":\"" + id + "\",\"target\":\"" + id + "\",\"arguments\":[]}";
    }

    private static String answer(String id) {
        return "{\"type\":3,\"invocationId\":\"" + id + "\",\"result\":\"" + id + "\"}";
    }

    @Test
    void calls_are_answered_in_their_order() {
        Peer peer = test.connect();
        peer.says(call("a"), call("b"));
        peer.says(call("c"));

        peer.heardExactly(answer("a"), answer("b"), answer("c"));
    }

    @Test
    void a_bad_record_waits_for_the_answers_to_those_before_it() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        test.code.method("slow", connection -> slow);
        Peer peer = test.connect();
        peer.says(call("slow"), call("b"), "{\"type\":", call("never"));
        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly("opened", "slow"));
        assertThat(peer.transport().closed()).isNotDone();
        slow.complete(null);

        Eventually.value(peer.transport().closed());
        peer.heardExactly(answer("slow"), answer("b"),
                "{\"type\":7,\"error\":\"Connection closed with an error.\",\"allowReconnect\":true}");
        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly("opened", "slow", "b", "closed 1002 Bad record."));
    }

    @Test
    void a_close_of_the_client_waits_for_the_calls_before_it() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        test.code.method("slow", connection -> slow);
        Peer peer = test.connect();
        peer.says(call("slow"), call("b"), "{\"type\":7}");
        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly("opened", "slow"));
        slow.complete(null);

        peer.heardExactly(answer("slow"), answer("b"), "{\"type\":7}");
        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly("opened", "slow", "b", "closed 1000 "));
    }

    @Test
    void an_abort_drops_the_calls_that_have_not_begun() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        test.code.method("slow", connection -> slow);
        Peer peer = test.connect();
        peer.says(call("slow"), call("dropped"));
        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly("opened", "slow"));
        peer.connection().abort();
        slow.complete(null);

        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly("opened", "slow", "closed 1000 Aborted by the hub."));
    }

    @Test
    void calls_that_were_sent_before_the_loss_of_the_transport_still_run() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        test.code.method("slow", connection -> slow);
        Peer peer = test.connect();
        peer.says(call("slow"), call("b"));
        peer.vanishes();
        slow.complete(null);

        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly("opened", "slow", "b", "closed 1006 lost"));
        assertThat(peer.hears()).containsExactly(Peer.ACCEPTED);
    }

    @Test
    void calls_that_wait_are_not_made_when_a_container_ends_its_web_socket_with_the_session() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        test.code.method("slow", connection -> slow);
        Peer peer = test.connect();
        peer.says(call("slow"), call("dropped"));
        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly("opened", "slow"));
        peer.connection().transportClosed(new CloseReason(CloseCodes.VIOLATED_POLICY, "by the container"));
        slow.complete(null);

        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly("opened", "slow", "closed 1008 by the container"));
    }

    @Test
    void no_call_runs_after_on_close() {
        AtomicReference<Runnable> whileReading = new AtomicReference<>(() -> { });
        try (TestHub reading = new TestHub(HubOptions.DEFAULTS, 4, new SlowReading(whileReading))) {
            Peer peer = reading.connect();
            whileReading.set(() -> {
                peer.connection().abort();
                Eventually.holds(() -> assertThat(reading.code.noted()).contains("closed 1000 Aborted by the hub."));
            });
            peer.says(call("late"));
            reading.threads.close(Eventually.PATIENCE); // whatever is queued has run by then

            assertThat(reading.code.noted()).containsExactly("opened", "closed 1000 Aborted by the hub.");
        }
    }

    @Test
    void a_client_that_sends_more_than_it_may_is_pushed_back() throws InterruptedException {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        test.code.method("slow", connection -> slow);
        Peer peer = test.connect();
        peer.says(call("slow"));
        String large = "{\"type\":1,\"target\":\"a\",\"arguments\":[\"" + "x".repeat(30_000) + "\"]}";
        assertThat(peer.says(large)).isTrue();
        assertThat(peer.says(large)).isTrue();
        assertThat(peer.says(large)).isFalse();
        assertThat(peer.connection().awaitRoom(1)).isFalse();
        slow.complete(null);

        assertThat(peer.connection().awaitRoom(Eventually.PATIENCE.toNanos())).isTrue();
        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly("opened", "slow", "a", "a", "a"));
    }

    /** Something happens between a record's arrival and its place in the queue. */
    private record SlowReading(AtomicReference<Runnable> whileReading) implements HubProtocol {

        @Override
        public String name() {
            return TestHub.JSON.name();
        }

        @Override
        public boolean binary() {
            return false;
        }

        @Override
        public int endOfRecord(byte[] bytes, int from, int to) {
            return TestHub.JSON.endOfRecord(bytes, from, to);
        }

        @Override
        public HubMessage read(byte[] bytes, int from, int end) {
            whileReading.get().run();
            return TestHub.JSON.read(bytes, from, end);
        }

        @Override
        public Payload write(HubMessage message) {
            return TestHub.JSON.write(message);
        }
    }
}
