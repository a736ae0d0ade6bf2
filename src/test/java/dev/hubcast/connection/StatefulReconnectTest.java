package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.security.CallerIdentity;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection that outlives its WebSocket ({@code HubProtocol.md}, "Sequence Message Encoding"). */
class StatefulReconnectTest {

    private static final String VERSION_1 = "{\"protocol\":\"json\",\"version\":1}";
    private static final String VERSION_2 = "{\"protocol\":\"json\",\"version\":2}";
    private static final CloseReason LOST = new CloseReason(CloseCodes.CLOSED_ABNORMALLY, "lost");
    private static final CallerIdentity ADA = new CallerIdentity(() -> "ada", Set.of("editor"), Set.of("editor"));

    private final TestHub test = new TestHub();
    private FakeTransport transport = new FakeTransport();
    private Feed feed = test.hub.open(new ConnectionSetup("id", Peer.NOBODY, new FakeRequest(), Runnable::run, true), transport);
    private final HubConnection connection = feed.connection();

    @AfterEach
    void close() {
        test.close();
    }

    private StatefulReconnectTest connect() {
        says(VERSION_2);
        hears(Peer.ACCEPTED);
        Eventually.holds(() -> assertThat(test.hub.connectionCount()).isEqualTo(1));
        return this;
    }

    private void says(String... records) {
        byte[] bytes = FakeTransport.asText(records).getBytes(StandardCharsets.UTF_8);
        feed.received(bytes, 0, bytes.length);
    }

    private void tell(String text) {
        test.hub.deliver(Audience.all(), Invocation.of("said", List.of(text)));
    }

    @Test
    void nobody_goes_on_with_a_connection_whose_session_has_ended() {
        connect();
        HttpSessions sessions = new HttpSessions();
        sessions.tie(() -> "session").hold(connection);
        feed.transportClosed(LOST);
        assertThat(connection.mayResume()).isTrue();
        FakeTransport late = new FakeTransport();
        Function<Transport, Feed> asked = connection.returning(Peer.NOBODY, Runnable::run);

        sessions.ended("session");

        assertThat(connection.mayResume()).isFalse();
        asked.apply(late);
        Eventually.value(late.closed());
        assertThat(late.records()).isEmpty();
    }

    private static String said(String text) {
        return "{\"type\":1,\"target\":\"said\",\"arguments\":[\"" + text + "\"]}";
    }

    private static String call(String target) {
        return "{\"type\":1,\"target\":\"" + target + "\",\"arguments\":[]}";
    }

    private static String sequence(int number) {
        return "{\"type\":9,\"sequenceId\":" + number + "}";
    }

    private static String ack(int number) {
        return "{\"type\":8,\"sequenceId\":" + number + "}";
    }

    private void isLost() {
        feed.transportClosed(LOST);
    }

    private void comesBack() {
        transport = new FakeTransport();
        feed = connection.returning(Peer.NOBODY, Runnable::run).apply(transport);
    }

    private void tickAfter(Duration time) {
        connection.tick(System.nanoTime() + time.toNanos());
    }

    private void hears(String... records) {
        Eventually.holds(() -> assertThat(transport.records()).containsExactly(records));
    }

    @Test
    void what_was_not_acknowledged_comes_again_behind_the_number_of_its_first() {
        connect();
        tell("a");
        tell("b");
        hears(Peer.ACCEPTED, said("a"), said("b"));
        says(ack(1));
        isLost();
        tell("c");
        comesBack();
        tell("d");

        hears(sequence(2), said("b"), said("c"), said("d"));
    }

    /** The outbox asks whether the transport is ready and then sends; the client may come back in between. */
    @Test
    void what_was_to_leave_when_the_client_came_back_leaves_behind_what_comes_again() {
        connect();
        ResumableTransport resumable = new ResumableTransport(connection, new FakeTransport(), test.hub.options());
        resumable.enable();
        List<String> done = new ArrayList<>();
        resumable.send(List.of(connection.write(Invocation.of("said", List.of("a")))), failure -> done.add("a"));
        FakeTransport fresh = new FakeTransport().hold();
        resumable.returning().apply(fresh);

        resumable.send(List.of(connection.write(Invocation.of("said", List.of("b")))), failure -> done.add("b"));
        assertThat(fresh.records()).containsExactly(sequence(1), said("a"));
        fresh.done(null);

        assertThat(fresh.records()).containsExactly(sequence(1), said("a"), said("b"));
        assertThat(done).containsExactly("a", "b");
        assertThat(resumable.isReady()).as("ready before b is written").isFalse();
        fresh.done(null);
        assertThat(resumable.isReady()).isTrue();
    }

    /** A server may open the first one when its client has lost it already and has come back by the second. */
    @Test
    void of_two_websockets_the_connection_goes_on_with_the_one_that_was_asked_for_last() {
        connect();
        isLost();
        Function<Transport, Feed> first = connection.returning(Peer.NOBODY, Runnable::run);
        comesBack();
        FakeTransport late = new FakeTransport();

        first.apply(late).transportClosed(LOST);
        tell("a");

        Eventually.holds(() -> assertThat(late.closed().isDone()).isTrue());
        hears(sequence(1), said("a"));
        assertThat(late.records()).isEmpty();
        assertThat(transport.closed().isDone()).isFalse();
    }

    @Test
    void who_has_acknowledged_everything_hears_the_next_number_alone() {
        connect();
        tell("a");
        hears(Peer.ACCEPTED, said("a"));
        says(ack(1));
        isLost();
        comesBack();

        hears(sequence(2));
    }

    @Test
    void the_hub_does_not_notice() {
        connect();
        hub_code_has_been_told("opened");
        connection.items().put("key", "value");
        test.hub.join("id", "group");
        isLost();
        comesBack();
        says(sequence(1));
        test.hub.deliver(Audience.group("group", List.of()), Invocation.of("said", List.of("x")));

        hears(sequence(1), said("x"));
        assertThat(connection.items()).containsEntry("key", "value");
        hub_code_has_been_told("opened");
    }

    private void hub_code_has_been_told(String... calls) {
        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly(calls));
    }

    @Test
    void calls_that_are_sent_again_run_once() {
        connect();
        says(call("one"), call("two"));
        isLost();
        comesBack();
        says(call("before the sequence"), sequence(2), call("two"), call("three"));

        hub_code_has_been_told("opened", "one", "two", "three");
    }

    @Test
    void a_record_that_was_cut_off_does_not_spoil_the_first_one_of_the_next_websocket() {
        connect();
        byte[] part = "{\"type\":1,\"target\":\"cut".getBytes(StandardCharsets.UTF_8);
        feed.received(part, 0, part.length);
        isLost();
        comesBack();
        says(sequence(1), call("whole"));

        hub_code_has_been_told("opened", "whole");
    }

    @Test
    void what_has_arrived_is_acknowledged_by_the_clock_once() {
        connect();
        says(call("one"), call("two"));
        tickAfter(Duration.ofSeconds(1));
        tickAfter(Duration.ofSeconds(2));

        hears(Peer.ACCEPTED, ack(2));
    }

    @Test
    void a_new_websocket_replaces_one_that_still_lives() {
        connect();
        FakeTransport old = transport;
        Feed oldFeed = feed;
        comesBack();

        Eventually.value(old.aborted());
        byte[] late = FakeTransport.asText(call("late")).getBytes(StandardCharsets.UTF_8);
        oldFeed.received(late, 0, late.length);
        oldFeed.transportClosed(LOST);
        oldFeed.peerClosing(new CloseReason(CloseCodes.NORMAL_CLOSURE, ""));
        says(sequence(1), call("now"));

        hub_code_has_been_told("opened", "now");
    }

    @Test
    void a_write_that_fails_is_no_loss() {
        connect();
        transport.hold();
        tell("a");
        Eventually.holds(() -> assertThat(transport.sending()).isTrue());
        tell("b");
        transport.done(new IOException("reset"));
        comesBack();

        hears(sequence(1), said("a"), said("b"));
        hub_code_has_been_told("opened");
    }

    @Test
    void a_write_that_never_ended_is_no_loss() {
        connect();
        transport.hold();
        tell("a");
        Eventually.holds(() -> assertThat(transport.sending()).isTrue());
        isLost();
        tell("b");
        comesBack();

        hears(sequence(1), said("a"), said("b"));
    }

    @Test
    void more_than_the_buffer_is_not_sent_before_the_client_acknowledges() {
        connect();
        String large = "x".repeat(60_000);
        tell(large);
        tell(large);
        tell("waits");
        hears(Peer.ACCEPTED, said(large), said(large));

        says(ack(1));
        hears(Peer.ACCEPTED, said(large), said(large), said("waits"));
    }

    @Test
    void a_client_that_reads_and_never_acknowledges_is_slow() {
        connect();
        String large = "x".repeat(60_000);
        tell(large);
        tell(large);
        tickAfter(Duration.ofSeconds(11));

        hub_code_has_been_told("opened", "closed 1013 A write took longer than the send timeout.");
        assertThat(connection.mayResume()).isFalse();
    }

    @Test
    void a_client_that_stays_away_is_over_when_patience_ends() {
        connect();
        isLost();
        tickAfter(Duration.ofSeconds(14));
        assertThat(connection.mayResume()).isTrue();

        tickAfter(Duration.ofSeconds(16));
        hub_code_has_been_told("opened", "closed 1006 The client did not come back.");
        assertThat(connection.mayResume()).isFalse();
    }

    @Test
    void a_client_that_is_away_gets_no_pings_and_is_not_silent() {
        connect();
        says("{\"type\":6}");
        isLost();
        tickAfter(Duration.ofSeconds(14));
        comesBack();

        hears(sequence(1));
    }

    @Test
    void a_client_that_says_goodbye_does_not_come_back() {
        connect();
        feed.peerClosing(new CloseReason(CloseCodes.NORMAL_CLOSURE, "bye"));

        hub_code_has_been_told("opened", "closed 1000 bye");
        assertThat(connection.mayResume()).isFalse();
    }

    @Test
    void a_websocket_that_comes_too_late_is_closed() {
        connect();
        connection.abort();
        comesBack();

        Eventually.value(transport.closed());
        says(sequence(1), call("late"));
        hub_code_has_been_told("opened", "closed 1000 Aborted by the hub.");
    }

    @Test
    void a_shutdown_does_not_wait_for_who_is_away() {
        connect();
        isLost();
        long before = System.nanoTime();
        test.hub.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(HubOptions.DEFAULTS.closeTimeout());
        hub_code_has_been_told("opened", "closed 1001 Shutdown.");
    }

    @Test
    void a_handshake_of_version_1_leaves_it_off() {
        says(VERSION_1);
        Eventually.holds(() -> assertThat(test.hub.connectionCount()).isEqualTo(1));
        says(call("one"));
        tickAfter(Duration.ofSeconds(1));
        hears(Peer.ACCEPTED);

        isLost();
        hub_code_has_been_told("opened", "one", "closed 1006 lost");
    }

    @Test
    void before_the_handshake_a_lost_websocket_is_the_end() {
        isLost();

        Eventually.value(connection.aborted().toCompletableFuture());
        assertThat(connection.mayResume()).isFalse();
    }

    @Test
    void a_gap_ends_the_connection_with_an_error() {
        connect();
        isLost();
        comesBack();
        says(sequence(5));

        hears(sequence(1), "{\"type\":7,\"error\":\"Connection closed with an error.\",\"allowReconnect\":true}");
        hub_code_has_been_told("opened", "closed 1002 Bad record.");
    }

    @Test
    void the_caller_is_who_came_back() {
        connect();
        isLost();
        feed = connection.returning(ADA, Runnable::run).apply(new FakeTransport());

        assertThat(connection.identity()).isEqualTo(ADA);
    }
}
