package dev.hubcast.websocket;

import static dev.hubcast.itest.Frame.CONTINUATION;
import static dev.hubcast.itest.Frame.PING;
import static dev.hubcast.websocket.Messages.call;
import static dev.hubcast.websocket.Messages.callOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawHubClient;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The closing handshake (RFC 6455, section 7): the cases of the Autobahn suite, section 7, and who never answers. */
interface CloseTests extends WebSocketUnderTest {

    /** As the application is configured, and how often the clock looks, and some patience with a busy machine. */
    Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    Duration AT_THE_LATEST = Duration.ofSeconds(8);
    int NO_STATUS = 1005;
    Set<Integer> ABNORMAL = Set.of(1006);

    /** The server answers a close frame by one with its code, and nothing comes behind it. */
    private void assertCloses(RawHubClient client, String id, int code, String reason, HubWatch watch) {
        int answer = owner().answerToClose(code);
        client.socket().expectClose(answer);
        client.socket().expectEnd();
        if (answer == code) {
            assertThat(watch.awaitEnd(id)).isEqualTo((code + " " + reason).strip());
            watch.assertGone(id, 1);
        } else {
            assertHeard(id, owner().heard(answer), watch);
        }
    }

    /** The same where more frames were sent behind the close frame. */
    private void assertClosesBefore(RawHubClient client, String id, HubWatch watch) {
        if (owner().readsBehindClose()) {
            client.socket().expectClose(1000);
            client.socket().expectEnd();
            watch.awaitEnd(id);
            watch.assertGone(id, 1);
        } else {
            assertCloses(client, id, 1000, "", watch);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999})
    default void a_close_is_answered_by_its_code_and_heard_with_its_reason(int code) {
        HubWatch watch = watch(SOCKETS);
        for (String reason : new String[] {"", "Hello World!", "r".repeat(123), "\u03ba\u03cc\u03c3\u03bc\u03b5 \ud83d\ude00"}) {
            RawHubClient client = connect(SOCKETS);
            String id = HubWatch.idOf(client);
            client.socket().send(Frame.close(code, reason));

            assertCloses(client, id, code, reason, watch);
        }
    }

    @Test
    default void a_close_without_a_code_is_answered_by_one_without() {
        HubWatch watch = watch(SOCKETS);
        RawHubClient client = connect(SOCKETS);
        String id = HubWatch.idOf(client);
        client.socket().send(Frame.of(Frame.CLOSE, new byte[0]));

        assertCloses(client, id, NO_STATUS, "", watch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce ba e1 bd b9 cf 83 ce bc ce b5 ed a0 80 65", "ff", "78 e2 82"})
    default void a_reason_that_is_not_utf_8_is_refused(String reason) {
        HubWatch watch = watch(SOCKETS);
        RawHubClient client = connect(SOCKETS);
        String id = HubWatch.idOf(client);
        client.socket().send(Frame.of(Frame.CLOSE, HexFormat.ofDelimiter(" ").parseHex("03 e8 " + reason)));

        assertFails(client, id, Set.of(NOT_UTF8), watch);
    }

    @ParameterizedTest
    @EnumSource
    default void nothing_is_heard_behind_a_close(Delivery delivery) {
        HubWatch watch = watch(SOCKETS);
        for (Frame behind : List.of(Frame.of(PING, new byte[0]), Frame.close(1001, "again"), Frame.text("x").reserved(7),
                Frame.text(call("late", "note", "behind a close " + delivery)))) {
            RawHubClient client = connect(SOCKETS);
            String id = HubWatch.idOf(client);
            delivery.pieces(Stream.of(Frame.close(1000, ""), behind).map(Frame::bytes).toList()).forEach(client.socket()::write);

            assertClosesBefore(client, id, watch);
        }
        assertThat(watch.client().invoke("wasNoted", "behind a close " + delivery)).isEqualTo(JsonValue.FALSE);
    }

    @ParameterizedTest
    @EnumSource
    default void a_close_may_come_within_a_message_which_is_lost(Delivery delivery) {
        HubWatch watch = watch(SOCKETS);
        RawHubClient client = connect(SOCKETS);
        String id = HubWatch.idOf(client);
        String record = call("cut", "note", "cut by a close " + delivery);
        delivery.pieces(Stream.of(Frame.text(record.substring(0, 30)).unfinished(), Frame.close(1000, ""),
                Frame.of(CONTINUATION, record.substring(30).getBytes(UTF_8))).map(Frame::bytes).toList()).forEach(client.socket()::write);

        assertClosesBefore(client, id, watch);
        assertThat(watch.client().invoke("wasNoted", "cut by a close " + delivery)).isEqualTo(JsonValue.FALSE);
    }

    @ParameterizedTest
    @EnumSource
    default void what_was_called_before_a_close_is_done(Delivery delivery) {
        HubWatch watch = watch(SOCKETS);
        RawHubClient client = connect(SOCKETS);
        String id = HubWatch.idOf(client);
        delivery.pieces(Stream.of(Frame.text(call("1", "note", "before a close " + delivery).replace("\"invocationId\":\"1\",", "")),
                Frame.close(1000, "")).map(Frame::bytes).toList()).forEach(client.socket()::send);

        assertCloses(client, id, 1000, "", watch);
        assertThat(watch.client().invoke("wasNoted", "before a close " + delivery)).isEqualTo(JsonValue.TRUE);
    }

    @Test
    default void a_close_behind_a_large_message_is_answered() {
        HubWatch watch = watch(LARGE);
        RawHubClient client = connect(LARGE);
        String id = HubWatch.idOf(client);
        client.socket().write(Frame.of(Frame.TEXT, callOf(256 * 1024, "1", "length")).bytes());
        client.socket().write(Frame.close(1000, "").bytes());
        client.socket().write(Frame.of(PING, new byte[0]).bytes());

        Frame frame = client.socket().receive();
        if (frame.opcode() == Frame.TEXT) { // the answer was quicker
            frame = client.socket().receive();
        }
        assertThat(frame.closeCode()).isEqualTo(1000);
        client.socket().expectEnd();
        assertHeard(id, owner().heard(1000), watch); // the answer may be under way
    }

    @Test
    default void the_servers_close_is_behind_its_last_record_and_waits_for_the_clients() {
        HubWatch watch = watch(SOCKETS);
        for (Frame answer : List.of(Frame.close(1000, ""), Frame.close(4000, "another"), Frame.of(Frame.CLOSE, new byte[0]))) {
            RawHubClient client = connect(SOCKETS);
            String id = HubWatch.idOf(client);
            client.send("hangUp");

            assertThat(client.receivedClose().containsKey("error")).isFalse();
            client.socket().expectClose(1000);
            client.socket().send(answer);
            client.socket().expectEnd();
            watch.assertEnded(id, "1000 Aborted by the hub.", 1);
            watch.awaitTransports(1);
        }
    }

    @Test
    default void who_never_answers_the_servers_close_is_waited_for_no_longer_than_the_close_timeout() {
        HubWatch watch = watch(SOCKETS);
        RawHubClient client = connect(SOCKETS);
        String id = HubWatch.idOf(client);
        client.send("hangUp");
        client.receivedClose();
        client.socket().expectClose(1000);
        long begun = System.nanoTime();
        client.sendText(call("late", "note", "behind the server's close"));

        client.socket().expectEnd();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_THE_LATEST);
        watch.assertEnded(id, "1000 Aborted by the hub.", 1);
        watch.awaitTransports(1);
        assertThat(watch.client().invoke("wasNoted", "behind the server's close")).isEqualTo(JsonValue.FALSE);
    }

    @Test
    default void closes_that_cross_each_other_end_in_order() {
        HubWatch watch = watch(SOCKETS);
        RawHubClient client = connect(SOCKETS);
        String id = HubWatch.idOf(client);
        client.send("hangUp");
        client.socket().send(Frame.close(1001, ""));

        Frame frame = client.socket().receive();
        if (frame.opcode() == Frame.TEXT) { // the hub was quicker
            frame = client.socket().receive();
        }
        assertThat(frame.closeCode()).isIn(1000, 1001);
        client.socket().expectEnd();
        watch.awaitEnd(id);
        watch.assertGone(id, 1);
        watch.awaitTransports(1);
    }

    @Test
    default void tcp_that_ends_without_a_close_is_heard_as_1006() {
        HubWatch watch = watch(SOCKETS);
        RawHubClient half = connect(SOCKETS);
        String first = HubWatch.idOf(half);
        half.socket().halfClose();
        assertThat(half.socket().receiveAll()).allMatch(frame -> frame.opcode() == Frame.CLOSE);
        assertHeard(first, ABNORMAL, watch);

        RawHubClient gone = connect(SOCKETS);
        String second = HubWatch.idOf(gone);
        gone.close();
        assertHeard(second, ABNORMAL, watch);

        RawHubClient broken = connect(SOCKETS);
        String third = HubWatch.idOf(broken);
        broken.socket().reset();
        assertHeard(third, ABNORMAL, watch);
        watch.awaitTransports(1);
    }

    @Test
    default void tcp_that_ends_within_a_frame_is_heard_as_1006() {
        HubWatch watch = watch(SOCKETS);
        byte[] frame = Frame.text(call("1", "note", "within a frame")).bytes();
        for (int size : new int[] {1, 2, 5, 6, 7, frame.length - 1}) {
            RawHubClient client = connect(SOCKETS);
            String id = HubWatch.idOf(client);
            client.socket().send(Arrays.copyOf(frame, size));
            client.close();

            assertHeard(id, ABNORMAL, watch);
        }
    }
}
