package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.FakeTransport;
import dev.hubcast.connection.Feed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostsTest {

    private static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}\u001e";

    private final HubInTest hub = new HubInTest();
    private final Feed feed = hub.admission().open(new FakeTransport());
    private final Posts posts = new Posts(feed);

    @AfterEach
    void close() {
        hub.close();
    }

    private FakeAsync post() throws IOException {
        FakeAsync post = new FakeAsync();
        posts.take(post.request(), post.response());
        return post;
    }

    private FakeAsync post(String body) throws IOException {
        FakeAsync post = post();
        post.in.arrive(body.getBytes(StandardCharsets.UTF_8));
        post.in.end();
        return post;
    }

    /** Ten calls, of which the first waits at the gate and the last find no room. */
    private FakeAsync postWithoutRoom(CompletableFuture<Void> gate) throws IOException {
        assertAnswered(post(HANDSHAKE), 200);
        hub.gate = gate;
        FakeAsync post = post();
        byte[] call = call("a").getBytes(StandardCharsets.UTF_8);
        post.in.arrive(call, call, call, call, call, call, call, call, call, call);
        return post;
    }

    private void assertReadToItsEnd(FakeAsync post, CompletableFuture<Void> gate) {
        hub.gate = null;
        gate.complete(null);
        assertAnswered(post, 200);
        noted("a", "a", "a", "a", "a", "a", "a", "a", "a", "a");
    }

    private static String call(String target) {
        return "{\"type\":1,\"target\":\"" + target + "\",\"arguments\":[]}\u001e";
    }

    private static void assertAnswered(FakeAsync post, int status) {
        Eventually.holds(() -> assertThat(post.isOver()).isTrue());
        assertThat(post.status()).isEqualTo(status);
        assertThat(post.header("Content-Type")).isEqualTo("text/plain");
        assertThat(post.header("Content-Length")).isEqualTo(0);
    }

    private void noted(String... expected) {
        Eventually.holds(() -> assertThat(hub.noted).containsExactly(expected));
    }

    @Test
    void a_body_is_answered_when_it_was_read() throws Exception {
        FakeAsync post = post();
        post.in.arrive(HANDSHAKE.getBytes(StandardCharsets.UTF_8));
        assertThat(post.isWaiting()).isTrue();

        post.in.end();
        assertAnswered(post, 200);
    }

    @Test
    void a_record_may_come_in_two_bodies_and_two_in_one() throws Exception {
        String all = HANDSHAKE + call("one") + call("two");
        assertAnswered(post(all.substring(0, 40)), 200);
        assertAnswered(post(all.substring(40)), 200);

        noted("one", "two");
    }

    @Test
    void an_empty_body_is_answered() throws Exception {
        FakeAsync post = post();
        post.in.end();

        assertAnswered(post, 200);
    }

    @Test
    void a_second_body_waits_until_the_first_is_read() throws Exception {
        FakeAsync first = post();
        FakeAsync second = post(call("two"));
        assertThat(second.isWaiting()).isTrue();

        first.in.arrive((HANDSHAKE + call("one")).getBytes(StandardCharsets.UTF_8));
        first.in.end();

        assertAnswered(first, 200);
        assertAnswered(second, 200);
        noted("one", "two");
    }

    @Test
    void a_body_that_breaks_off_lets_the_next_one_through() throws Exception {
        FakeAsync first = post();
        FakeAsync second = post(HANDSHAKE + call("two"));
        first.in.breakWith(new IOException("reset"));

        assertAnswered(first, 400);
        assertAnswered(second, 200);
        noted("two");
    }

    @Test
    void a_body_that_finds_no_room_is_read_when_there_is_some() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        FakeAsync post = postWithoutRoom(gate);
        post.in.end();
        assertThat(post.in.unread()).isPositive();
        assertThat(post.isWaiting()).isTrue();

        assertReadToItsEnd(post, gate);
    }

    @Test
    void a_body_that_finds_no_room_is_read_to_its_end_though_all_of_it_has_come() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        FakeAsync post = postWithoutRoom(gate);
        post.in.endRead();
        assertThat(post.isWaiting()).isTrue();

        assertReadToItsEnd(post, gate);
    }

    @Test
    void a_body_whose_turn_comes_before_the_server_has_called_is_read_when_it_calls() throws Exception {
        FakeAsync first = post();
        FakeAsync second = new FakeAsync();
        second.in.arrive(call("two").getBytes(StandardCharsets.UTF_8));
        second.in.end();
        second.meanwhile(() -> {
            first.in.arrive((HANDSHAKE + call("one")).getBytes(StandardCharsets.UTF_8));
            first.in.end();
        });
        posts.take(second.request(), second.response());
        assertAnswered(first, 200);
        assertThat(second.isWaiting()).isTrue();

        second.in.arrive();
        assertAnswered(second, 200);
        noted("one", "two");
    }

    @Test
    void what_waits_when_the_connection_ends_is_not_found_and_neither_is_what_comes_later() throws Exception {
        FakeAsync waiting = post();
        feed.connection().abort();

        assertAnswered(waiting, 404);
        assertAnswered(post(), 404);
    }

    @Test
    void the_body_that_ends_its_connection_was_heard() throws Exception {
        assertAnswered(post(HANDSHAKE), 200);
        FakeAsync post = post();
        FakeAsync next = post();
        post.in.arrive("x".repeat(200).getBytes(StandardCharsets.UTF_8));

        assertAnswered(post, 200);
        assertAnswered(next, 404);
    }
}
