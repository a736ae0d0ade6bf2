package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.Audience;
import dev.hubcast.connection.Eventually;
import dev.hubcast.protocol.HubMessage.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LongPollingTest {

    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String ACCEPTED = "{}\u001e";
    private static final String CLOSE = "{\"type\":7,\"allowReconnect\":true}\u001e";

    private final HubInTest hub = new HubInTest();
    private final AtomicInteger lingering = new AtomicInteger();
    private final AtomicInteger forgotten = new AtomicInteger();
    private final LongPolling polling = new LongPolling(POLL_TIMEOUT, PATIENCE, lingering::incrementAndGet, forgotten::incrementAndGet)
            .open(hub.admission());

    @AfterEach
    void close() {
        hub.close();
    }

    private FakeAsync poll() throws IOException {
        FakeAsync poll = new FakeAsync();
        polling.poll(Poll.park(poll.request(), polling));
        return poll;
    }

    private void connect() throws IOException {
        FakeAsync poll = poll();
        posts("{\"protocol\":\"json\",\"version\":1}\u001e");
        Eventually.holds(() -> assertThat(poll.isOver()).isTrue());
        assertThat(poll.body()).isEqualTo(ACCEPTED);
        Eventually.holds(() -> assertThat(hub.hub.connectionCount()).isEqualTo(1));
    }

    private void posts(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        polling.feed().received(bytes, 0, bytes.length);
    }

    private void tell(String... texts) {
        for (String text : texts) {
            hub.hub.deliver(Audience.all(), Invocation.of("said", List.of(text)));
        }
    }

    private static String said(String text) {
        return "{\"type\":1,\"target\":\"said\",\"arguments\":[\"" + text + "\"]}\u001e";
    }

    private void tickAfter(Duration time) {
        polling.tick(System.nanoTime() + time.toNanos());
    }

    private static void assertAnswered(FakeAsync poll, String body) {
        Eventually.holds(() -> assertThat(poll.isOver()).isTrue());
        assertThat(poll.status()).isEqualTo(200);
        assertThat(poll.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(poll.header("Content-Length")).isEqualTo(body.length());
        assertThat(poll.body()).isEqualTo(body);
    }

    private static void assertOver(FakeAsync poll) {
        Eventually.holds(() -> assertThat(poll.isOver()).isTrue());
        assertThat(poll.status()).isEqualTo(204);
        assertThat(poll.body()).isEmpty();
    }

    @Test
    void a_poll_waits_for_something_to_say() throws Exception {
        connect();
        FakeAsync poll = poll();
        assertThat(poll.isWaiting()).isTrue();

        tell("hello");
        assertAnswered(poll, said("hello"));
    }

    @Test
    void what_was_said_between_two_polls_is_one_answer() throws Exception {
        connect();
        tell("a", "b", "c");

        assertAnswered(poll(), said("a") + said("b") + said("c"));
    }

    @Test
    void a_second_poll_takes_over() throws Exception {
        connect();
        FakeAsync first = poll();
        FakeAsync second = poll();
        assertOver(first);

        tell("hello");
        assertAnswered(second, said("hello"));
    }

    @Test
    void a_poll_to_which_nothing_was_said_in_time_is_answered_with_nothing() throws Exception {
        connect();
        FakeAsync poll = poll();
        tickAfter(POLL_TIMEOUT.minusSeconds(1));
        assertThat(poll.isWaiting()).isTrue();

        tickAfter(POLL_TIMEOUT.plusSeconds(1));
        assertThat(poll.isOver()).isTrue();
        assertThat(poll.status()).isEqualTo(200);
        assertThat(poll.header("Content-Type")).isEqualTo("text/plain");
        assertThat(poll.header("Content-Length")).isEqualTo(0);
    }

    @Test
    void an_answer_that_could_not_be_written_is_the_answer_to_the_next_poll() throws Exception {
        connect();
        FakeAsync vanished = poll();
        vanished.out.failWith(new IOException("broken pipe"));
        tell("a");
        tell("b");

        assertAnswered(poll(), said("a"));
        assertAnswered(poll(), said("b"));
    }

    @Test
    void a_poll_whose_client_is_known_to_be_gone_gets_no_answer() throws Exception {
        connect();
        FakeAsync vanished = poll();
        vanished.breakWith(new IOException("gone"));
        tell("a");

        assertThat(vanished.body()).isEmpty();
        assertAnswered(poll(), said("a"));
    }

    @Test
    void a_poll_that_comes_while_the_answer_to_the_one_before_is_written_waits_for_its_turn() throws Exception {
        connect();
        FakeAsync slow = poll();
        slow.out.room(1);
        tell("a");
        FakeAsync early = poll();
        tell("b");
        assertThat(early.isWaiting()).isTrue();

        slow.out.drained(1);
        assertAnswered(slow, said("a"));
        assertAnswered(early, said("b"));
    }

    @Test
    void a_client_that_does_not_poll_is_over_when_patience_ends() throws Exception {
        connect();
        tickAfter(PATIENCE.minusSeconds(1));
        assertThat(hub.noted).isEmpty();

        Eventually.holds(() -> {
            tickAfter(PATIENCE.plusSeconds(1)); // the thread that answered the last poll may still be at it
            assertThat(hub.noted).containsExactly("closed 1006");
        });
        assertThat(forgotten).hasValue(1);
    }

    @Test
    void a_client_whose_poll_waits_is_not_away() throws Exception {
        connect();
        FakeAsync poll = poll();
        tickAfter(PATIENCE.plusSeconds(1));

        assertThat(poll.isWaiting()).isTrue();
        assertThat(hub.noted).isEmpty();
    }

    @Test
    void who_deletes_the_connection_is_told_by_the_poll_that_waits() throws Exception {
        connect();
        FakeAsync poll = poll();
        polling.delete();

        assertAnswered(poll, CLOSE);
        Eventually.holds(() -> assertThat(hub.noted).containsExactly("closed 1000"));
        Eventually.holds(() -> assertThat(forgotten).hasValue(1));
    }

    @Test
    void a_connection_that_is_deleted_between_two_polls_is_gone_at_once() throws Exception {
        connect();
        tell("nobody hears this");
        polling.delete();

        Eventually.holds(() -> assertThat(forgotten).hasValue(1));
        Eventually.holds(() -> assertThat(hub.noted).containsExactly("closed 1000"));
    }

    @Test
    void when_the_hub_ends_the_connection_the_client_reads_of_it_and_its_next_poll_is_over() throws Exception {
        connect();
        polling.feed().connection().abort();
        FakeAsync poll = poll();
        assertAnswered(poll, "{\"type\":7}\u001e");

        Eventually.holds(() -> assertThat(lingering).hasValue(1));
        assertThat(forgotten).hasValue(0);
        assertOver(poll());
        assertThat(forgotten).hasValue(1);
    }

    @Test
    void a_last_word_that_could_not_be_written_is_said_again_before_the_end() throws Exception {
        connect();
        FakeAsync vanished = poll();
        vanished.out.failWith(new IOException("broken pipe"));
        polling.feed().connection().abort();
        Eventually.holds(() -> assertThat(lingering).hasValue(1));

        assertAnswered(poll(), "{\"type\":7}\u001e");
        assertOver(poll());
    }

    @Test
    void an_abort_ends_the_poll_that_waits() throws Exception {
        connect();
        FakeAsync poll = poll();
        polling.abort();

        assertOver(poll);
    }

    @Test
    void an_abort_ends_an_answer_that_is_not_taken() throws Exception {
        connect();
        FakeAsync slow = poll();
        slow.out.room(1);
        tell("a");
        polling.abort();

        Eventually.holds(() -> assertThat(slow.isOver()).isTrue());
    }

    @Test
    void a_client_that_polls_need_not_ping() {
        assertThat(polling.hasInherentKeepAlive()).isTrue();
    }
}
