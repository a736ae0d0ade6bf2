package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.HttpSessions.Tie;
import dev.hubcast.protocol.HubMessage.Invocation;
import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpSessionsTest {

    private static final String SESSION_ENDED =
            "{\"type\":7,\"error\":\"Connection closed because its HTTP session has ended.\",\"allowReconnect\":true}";

    private final TestHub test = new TestHub();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1); // as System.nanoTime may be
    private final HttpSessions sessions = new HttpSessions(now::get);

    @AfterEach
    void close() {
        test.close();
    }

    private Peer connectWithin(String session) {
        return connectWithin(() -> session);
    }

    private Peer connectWithin(Supplier<String> session) {
        Tie tie = sessions.tie(session);
        Peer peer = test.peer();
        tie.hold(peer.connection());
        return peer.connect();
    }

    /** What a request sees of its session, look by look. */
    private static Supplier<String> seen(String... ids) {
        Iterator<String> looks = Arrays.asList(ids).iterator();
        return () -> looks.hasNext() ? looks.next() : ids[ids.length - 1];
    }

    private static void assertEnded(Peer peer) {
        assertThat(Eventually.value(peer.transport().closed())).isEqualTo(CloseCodes.VIOLATED_POLICY);
        peer.heardExactly(SESSION_ENDED);
    }

    /** One that came too late, which was not even welcomed. */
    private void assertTurnedAway(Tie tie) {
        Peer peer = test.peer();
        tie.hold(peer.connection());
        assertThat(Eventually.value(peer.transport().closed())).isEqualTo(CloseCodes.VIOLATED_POLICY);
        assertThat(peer.connection().hasEnded()).isTrue();
        assertThat(sessions.count()).isZero();
    }

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
        sessions.forget();
    }

    @Test
    void connections_end_with_their_session_and_no_others_do() {
        Peer first = connectWithin("a");
        Peer second = connectWithin("a");
        Peer neighbour = connectWithin("b");
        Peer stranger = connectWithin(() -> null);

        sessions.ended("a");

        assertEnded(first);
        assertEnded(second);
        neighbour.invokes("1", "call");
        neighbour.heardExactly("{\"type\":3,\"invocationId\":\"1\",\"result\":\"call\"}");
        stranger.invokes("1", "call");
        stranger.heardExactly("{\"type\":3,\"invocationId\":\"1\",\"result\":\"call\"}");
        assertThat(sessions.count()).isEqualTo(1);
    }

    @Test
    void on_close_hears_once_why() {
        connectWithin("a");

        sessions.ended("a");
        sessions.ended("a");

        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly("opened", "closed 1008 The HTTP session has ended."));
    }

    @Test
    void a_call_that_runs_is_told_and_one_that_waits_is_not_made() {
        CompletableFuture<Void> told = new CompletableFuture<>();
        test.code.method("running", connection -> connection.aborted().thenRun(() -> told.complete(null)));
        Peer peer = connectWithin("a");
        peer.invokes("1", "running");
        peer.invokes("2", "waiting");
        Eventually.holds(() -> assertThat(test.code.noted()).contains("running"));

        sessions.ended("a");
        peer.invokes("3", "late");

        Eventually.value(told);
        Eventually.holds(() -> assertThat(test.code.noted())
                .containsExactly("opened", "running", "closed 1008 The HTTP session has ended."));
    }

    @Test
    void a_call_that_gets_in_line_while_its_connection_ends_is_not_made() {
        CompletableFuture<Void> running = new CompletableFuture<>();
        test.code.method("running", connection -> running);
        Peer peer = connectWithin("a");
        peer.invokes("1", "running");
        Eventually.holds(() -> assertThat(test.code.noted()).contains("running"));
        sessions.ended("a");

        assertThat(peer.connection().handle(Invocation.of("late", List.of()), null)).isNull();

        assertThat(test.code.noted()).containsExactly("opened", "running");
        running.complete(null);
    }

    @Test
    void a_session_is_followed_when_its_id_changes() {
        Peer peer = connectWithin("a");
        sessions.changed("a", "b");
        sessions.ended("a");
        assertThat(peer.connection().hasEnded()).isFalse();

        sessions.ended("b");

        assertEnded(peer);
    }

    @Test
    void a_change_of_the_id_that_was_told_before_the_connection_came_in_is_seen() {
        Peer peer = connectWithin(seen("a", "b"));
        assertThat(sessions.count()).isEqualTo(1);

        sessions.ended("b");

        assertEnded(peer);
    }

    @Test
    void a_change_of_the_id_while_the_connection_comes_in_is_followed() {
        Iterator<String> looks = List.of("a", "b").iterator();
        Peer peer = connectWithin(() -> {
            if (looks.hasNext()) {
                String id = looks.next();
                if (id.equals("b")) {
                    sessions.changed("a", "b");
                }
                return id;
            }
            return "b";
        });
        assertThat(sessions.count()).isEqualTo(1);

        sessions.ended("b");

        assertEnded(peer);
    }

    @Test
    void nobody_gets_in_while_the_server_ends_the_session_and_shows_it_still() {
        sessions.ended("a");

        assertTurnedAway(sessions.tie(() -> "a"));
    }

    @Test
    void nobody_gets_in_whose_session_was_there_and_is_not_any_more() {
        assertTurnedAway(sessions.tie(seen("a", null)));
    }

    @Test
    void nobody_gets_in_whose_session_ends_before_the_server_opens_the_transport() {
        Tie tie = sessions.tie(() -> "a");

        sessions.ended("a");

        assertTurnedAway(tie);
    }

    @Test
    void a_connection_that_was_given_up_and_comes_after_all_is_turned_away() {
        Tie tie = sessions.tie(() -> "a");
        assertThat(sessions.count()).isEqualTo(1);

        tie.giveUp();

        assertTurnedAway(tie);
    }

    @Test
    void a_connection_that_has_come_is_not_given_up() {
        Tie tie = sessions.tie(() -> "a");
        Peer peer = test.peer();
        tie.hold(peer.connection());

        tie.giveUp();
        sessions.ended("a");

        Eventually.value(peer.transport().closed());
    }

    @Test
    void nothing_is_left_of_a_connection_that_has_ended() {
        connectWithin("a").vanishes();
        connectWithin("b").connection().abort();

        Eventually.holds(() -> assertThat(sessions.count()).isZero());
        assertThat(sessions.remembered()).isZero();
    }

    @Test
    void an_end_is_remembered_for_a_minute_and_forgotten_then() {
        sessions.ended("a");
        passes(Duration.ofSeconds(60));
        assertThat(sessions.remembered()).isEqualTo(1);

        passes(Duration.ofSeconds(1));

        assertThat(sessions.remembered()).isZero();
    }

    @Test
    void a_session_that_begins_anew_with_the_id_of_another_lets_its_caller_in() {
        sessions.ended("a");
        sessions.begun("a");

        Peer peer = connectWithin("a");

        assertThat(peer.connection().hasEnded()).isFalse();
        sessions.ended("a");
        assertEnded(peer);
    }

    @Test
    void a_session_that_ends_before_its_new_id_is_told_ends_its_connections_too() {
        Peer peer = connectWithin("a");
        sessions.ended("b");
        sessions.changed("a", "b");

        assertEnded(peer);
        assertThat(sessions.count()).isZero();
    }

    /** As servers do: listeners first, then the session is invalid. */
    @Test
    void whoever_comes_in_while_the_session_ends_has_no_connection_afterwards() throws Exception {
        for (int round = 0; round < 500; round++) {
            String id = "session " + round;
            AtomicBoolean valid = new AtomicBoolean(true);
            CyclicBarrier together = new CyclicBarrier(3);
            List<Thread> threads = new ArrayList<>();
            List<Peer> let = Collections.synchronizedList(new ArrayList<>());
            for (int each = 0; each < 2; each++) {
                threads.add(start(together, () -> {
                    if (valid.get()) {
                        Tie tie = sessions.tie(seenWhile(valid, id));
                        Peer peer = test.peer();
                        tie.hold(peer.connection());
                        let.add(peer);
                    }
                }));
            }
            threads.add(start(together, () -> {
                sessions.ended(id);
                valid.set(false);
            }));
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(let).allSatisfy(peer -> assertThat(peer.connection().hasEnded()).isTrue());
            assertThat(sessions.count()).isZero();
        }
    }

    /** The first look finds the session, because the request was let in by it. */
    private static Supplier<String> seenWhile(AtomicBoolean valid, String id) {
        AtomicBoolean looked = new AtomicBoolean();
        return () -> !looked.getAndSet(true) || valid.get() ? id : null;
    }

    private static Thread start(CyclicBarrier together, Runnable work) {
        Thread thread = new Thread(() -> {
            try {
                together.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            work.run();
        });
        thread.start();
        return thread;
    }
}
