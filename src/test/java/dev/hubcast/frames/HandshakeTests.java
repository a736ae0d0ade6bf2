package dev.hubcast.frames;

import static dev.hubcast.frames.FramesApplication.echo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawWebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hub protocol's handshake: right ones in any shape, wrong ones, none; played by {@link FramesIT}. */
interface HandshakeTests extends FramesApplication {

    String REFUSED = "{\"error\":\"An unexpected error occurred during connection handshake.\"}";
    String CANCELED = "{\"error\":\"Handshake was canceled.\"}";
    Duration A_BIT = Duration.ofMillis(150);

    private static void assertRefused(RawWebSocket socket, String answer) {
        assertThat(socket.receive().text()).isEqualTo(answer + END);
        socket.expectClose(1000);
    }

    private static void assertWelcome(RawWebSocket socket) {
        assertThat(socket.receive().text()).isEqualTo("{}" + END);
    }

    @Test
    default void silence_is_closed_at_the_handshake_timeout_and_not_before() {
        long begun = System.nanoTime();
        RawWebSocket socket = open("hurried");

        assertRefused(socket, CANCELED);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    @Test
    default void a_handshake_without_its_end_is_none() {
        RawWebSocket socket = open("hurried");
        socket.send(Frame.text("{\"protocol\":\"json\",\"version\":1}"));

        assertRefused(socket, CANCELED);
    }

    @Test
    default void a_trickle_does_not_put_the_handshake_timeout_off() {
        RawWebSocket socket = open("hurried");
        Optional<Frame> answer = Optional.empty();
        int sent = 0;
        while (answer.isEmpty()) {
            assertThat(sent).as("characters, one in " + A_BIT.toMillis() + " ms").isLessThan(HANDSHAKE.length());
            socket.send(Frame.text(HANDSHAKE.substring(sent, sent + 1)));
            sent++;
            answer = socket.receiveWithin(A_BIT);
        }

        assertThat(answer.get().text()).isEqualTo(CANCELED + END);
        socket.expectClose(1000);
    }

    @Test
    default void bytes_may_come_one_at_a_time() {
        RawWebSocket socket = open("frames");
        byte[] bytes = Frame.text(HANDSHAKE + echo("1", "x")).bytes();
        socket.sendSplit(bytes, IntStream.range(1, bytes.length).toArray());

        assertWelcome(socket);
        assertThat(socket.receive().text()).isEqualTo("{\"type\":3,\"invocationId\":\"1\",\"result\":\"x\"}" + END);
    }

    @Test
    default void a_handshake_may_come_in_many_fragments() {
        RawWebSocket socket = open("frames");
        socket.send(Frame.text("{").unfinished());
        for (int i = 1; i < HANDSHAKE.length() - 1; i++) {
            socket.send(Frame.of(Frame.CONTINUATION, HANDSHAKE.substring(i, i + 1).getBytes(UTF_8)).unfinished());
        }
        socket.send(Frame.of(Frame.CONTINUATION, new byte[] {(byte) END}));

        assertWelcome(socket);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 32, 33, 50})
    default void handshake_and_calls_may_share_messages_cut_anywhere(int cut) {
        RawWebSocket socket = open("frames");
        String all = HANDSHAKE + echo("1", "x") + echo("2", "y");
        socket.send(Frame.text(all.substring(0, cut)), Frame.text(all.substring(cut)));

        StringBuilder answers = new StringBuilder();
        while (!answers.toString().contains("\"y\"")) {
            answers.append(socket.receive().text());
        }
        assertThat(answers.toString().split(String.valueOf(END))).containsExactly(
                "{}", "{\"type\":3,\"invocationId\":\"1\",\"result\":\"x\"}", "{\"type\":3,\"invocationId\":\"2\",\"result\":\"y\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "", " ", "{", "{}", "[]", "null", "\"json\"", "{\"protocol\":\"json\"}", "{\"version\":1}",
        "{\"protocol\":1,\"version\":1}", "{\"protocol\":null,\"version\":1}", "{\"protocol\":\"json\",\"version\":\"1\"}",
        "{\"protocol\":\"json\",\"version\":1.5}", "{\"protocol\":\"json\",\"version\":null}", "{\"protocol\":\"json\",\"version\":1}}",
        "{'protocol':'json','version':1}", "{\"protocol\":\"json\",\"version\":1,}", "\ufeff{\"protocol\":\"json\",\"version\":1}"})
    default void what_is_no_handshake_is_refused_in_general_words(String text) {
        RawWebSocket socket = open("frames");
        socket.send(Frame.text(text + END));

        assertRefused(socket, REFUSED);
    }

    @Test
    default void an_unknown_protocol_is_refused_by_name() {
        RawWebSocket socket = open("frames");
        socket.send(Frame.text("{\"protocol\":\"tele\\\"pathy\",\"version\":1}" + END));

        assertRefused(socket, "{\"error\":\"The protocol 'tele\\\"pathy' is not supported.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "2147483647"})
    default void a_newer_version_is_refused(String version) {
        RawWebSocket socket = open("frames");
        socket.send(Frame.text("{\"protocol\":\"json\",\"version\":" + version + "}" + END));

        assertRefused(socket, "{\"error\":\"The server does not support version " + version + " of the 'json' protocol.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"version\":1,\"protocol\":\"json\"}", "{\"protocol\":\"json\",\"version\":2}",
        " \t\r\n{ \"more\" : [ { } ] , \"protocol\" : \"json\" , \"version\" : 1 } "})
    default void what_the_reference_takes_is_taken(String handshake) {
        RawWebSocket socket = open("frames");
        socket.send(Frame.text(handshake + END));

        assertWelcome(socket);
    }

    @Test
    default void a_megabyte_of_spaces_is_not_waited_through() {
        RawWebSocket socket = open("frames");
        socket.write(Frame.text(" ".repeat(1024 * 1024)).bytes());

        assertRefused(socket, CANCELED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":1,\"invocationId\":\"1\",\"target\":\"echo\",\"arguments\":[\"x\"]}", "{\"type\":6}",
        "{\"type\":7}"})
    default void a_message_before_the_handshake_ends_the_connection(String message) {
        RawWebSocket socket = open("frames");
        socket.send(Frame.text(message + END + HANDSHAKE));

        assertRefused(socket, REFUSED);
    }

    @Test
    default void who_was_refused_is_heard_no_more_and_never_told_of() {
        RawHubClient neighbour = neighbour();
        RawWebSocket socket = open("frames");
        socket.send(Frame.text("hello" + END), Frame.text(HANDSHAKE), Frame.text(echo("1", "x")));

        assertRefused(socket, REFUSED);
        socket.send(Frame.close(1000, ""));
        socket.expectEnd();
        assertAnswers(neighbour);
    }

    @Test
    default void binary_frames_are_read_as_text_is() {
        RawWebSocket socket = open("frames");
        socket.send(Frame.of(Frame.BINARY, HANDSHAKE.getBytes(UTF_8)));
        assertWelcome(socket);

        byte[] call = echo("1", "gr\u00fc\u00dfe").getBytes(UTF_8);
        socket.send(Frame.of(Frame.BINARY, call));

        Frame answer = socket.receive();
        assertThat(answer.opcode()).isEqualTo(Frame.TEXT);
        assertThat(answer.text()).isEqualTo("{\"type\":3,\"invocationId\":\"1\",\"result\":\"gr\u00fc\u00dfe\"}" + END);
    }
}
