package dev.hubcast.websocket;

import static dev.hubcast.itest.Frame.BINARY;
import static dev.hubcast.itest.Frame.CONTINUATION;
import static dev.hubcast.itest.Frame.PING;
import static dev.hubcast.itest.Frame.PONG;
import static dev.hubcast.itest.Frame.TEXT;
import static dev.hubcast.websocket.Messages.call;
import static dev.hubcast.websocket.Messages.callOf;
import static dev.hubcast.websocket.Messages.fragments;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawWebSocket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as they may come: the cases of the Autobahn suite on framing, pings, fragments and sizes, sections 1, 2, 5, 9 and 10. */
interface LegalFrameTests extends WebSocketUnderTest {

    int CHOP = 997;
    int MEGABYTE = 1024 * 1024;

    private static void send(RawHubClient client, Delivery delivery, Frame... frames) {
        delivery.pieces(Stream.of(frames).map(Frame::bytes).toList()).forEach(client.socket()::send);
    }

    private static void assertPong(RawWebSocket socket, byte[] payload) {
        Frame pong = socket.receive();
        assertThat(pong.opcode()).as(pong.toString()).isEqualTo(PONG);
        assertThat(pong.payload()).isEqualTo(payload);
        assertThat(pong.fin()).isTrue();
    }

    /** The method {@code length} has read it all. */
    private static void assertLength(RawHubClient client, byte[] message) {
        assertThat(client.completionOf("1").getInt("result")).isEqualTo(message.length - call("1", "length", "").length());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 125, 126, 127, 128, 255, 256, 4096, 65_535, 65_536, 65_537})
    default void a_message_of_any_size_is_read_however_it_is_cut(int size) {
        RawHubClient client = connect(LARGE);
        byte[] message = callOf(size, "1", "length");
        for (int opcode : new int[] {TEXT, BINARY}) {
            byte[] frame = Frame.of(opcode, message).bytes();
            client.socket().send(frame);
            assertLength(client, message);

            Delivery.pieces(frame, CHOP).forEach(client.socket()::send);
            assertLength(client, message);
        }
    }

    @ParameterizedTest
    @EnumSource
    default void empty_messages_mean_nothing(Delivery delivery) {
        RawHubClient client = connect(SOCKETS);
        send(client, delivery, Frame.text(""), Frame.of(BINARY, new byte[0]),
                Frame.text("").unfinished(), Frame.of(CONTINUATION, new byte[0]).unfinished(), Frame.of(CONTINUATION, new byte[0]));

        assertAnswers(client);
    }

    @ParameterizedTest
    @EnumSource
    default void the_first_and_the_last_fragment_may_be_empty(Delivery delivery) {
        RawHubClient client = connect(SOCKETS);
        send(client, delivery, Frame.text("").unfinished(), Frame.of(CONTINUATION, call("1", "echo", "middle").getBytes(UTF_8)).unfinished(),
                Frame.of(CONTINUATION, new byte[0]));

        assertThat(client.completionOf("1").getString("result")).isEqualTo("middle");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 125})
    default void a_ping_is_answered_by_a_pong_of_its_payload(int size) {
        RawHubClient client = connect(SOCKETS);
        byte[] payload = new byte[size];
        Arrays.fill(payload, (byte) 0xFE); // what is no UTF-8
        for (Delivery delivery : Delivery.values()) {
            send(client, delivery, Frame.of(PING, payload));

            assertPong(client.socket(), payload);
        }
    }

    /** All of them need not be answered (section 5.5.3), but the newest. */
    @ParameterizedTest
    @EnumSource
    default void ten_pings_are_answered_in_their_order_the_newest_in_any_case(Delivery delivery) {
        RawHubClient client = connect(SOCKETS);
        List<String> payloads = IntStream.range(0, 10).mapToObj(number -> "payload-" + number).toList();
        send(client, delivery, payloads.stream().map(payload -> Frame.of(PING, payload.getBytes(UTF_8))).toArray(Frame[]::new));

        int at = -1;
        while (at < 9) {
            Frame pong = client.socket().receive();
            assertThat(pong.opcode()).isEqualTo(PONG);
            assertThat(payloads.indexOf(pong.text())).as(pong.text()).isGreaterThan(at);
            at = payloads.indexOf(pong.text());
        }
        assertAnswers(client);
    }

    @ParameterizedTest
    @EnumSource
    default void a_pong_that_nobody_asked_for_is_not_answered(Delivery delivery) {
        RawHubClient client = connect(SOCKETS);
        send(client, delivery, Frame.of(PONG, new byte[0]), Frame.of(PONG, "unsolicited".getBytes(UTF_8)),
                Frame.of(PING, "asked".getBytes(UTF_8)));

        assertPong(client.socket(), "asked".getBytes(UTF_8));
        assertAnswers(client);
    }

    @ParameterizedTest
    @EnumSource
    default void a_message_in_two_fragments_is_one(Delivery delivery) {
        RawHubClient client = connect(SOCKETS);
        String record = call("1", "echo", "fragmented");
        for (int opcode : new int[] {TEXT, BINARY}) {
            send(client, delivery, Frame.of(opcode, record.substring(0, 30).getBytes(UTF_8)).unfinished(),
                    Frame.of(CONTINUATION, record.substring(30).getBytes(UTF_8)));

            assertThat(client.completionOf("1").getString("result")).isEqualTo("fragmented");
        }
    }

    @ParameterizedTest
    @EnumSource
    default void a_ping_between_fragments_is_answered_before_the_message_is_whole(Delivery delivery) {
        RawHubClient client = connect(SOCKETS);
        List<byte[]> frames = fragments(TEXT, callOf(100, "1", "echo"), 20);
        byte[] ping = Frame.of(PING, "first".getBytes(UTF_8)).bytes();

        delivery.pieces(List.of(frames.get(0), frames.get(1), ping)).forEach(client.socket()::send);
        assertPong(client.socket(), "first".getBytes(UTF_8));

        byte[] again = Frame.of(PING, "second".getBytes(UTF_8)).bytes();
        byte[] pong = Frame.of(PONG, "unsolicited".getBytes(UTF_8)).bytes();
        delivery.pieces(List.of(frames.get(2), pong, frames.get(3), again)).forEach(client.socket()::send);
        assertPong(client.socket(), "second".getBytes(UTF_8));

        delivery.pieces(List.of(frames.get(4))).forEach(client.socket()::send);
        assertThat(client.completionOf("1").getString("result")).matches("\\*+");
    }

    @ParameterizedTest
    @ValueSource(ints = {64 * 1024, 256 * 1024, MEGABYTE, 4 * MEGABYTE})
    default void a_large_message_is_read_in_one_frame(int size) {
        RawHubClient client = connect(LARGE);
        byte[] message = callOf(size, "1", "length");
        for (int opcode : new int[] {TEXT, BINARY}) {
            client.socket().send(Frame.of(opcode, message));

            assertLength(client, message);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 256, 1024, 1300, 4096, 16 * 1024, 64 * 1024, 256 * 1024, MEGABYTE, 4 * MEGABYTE})
    default void a_message_of_four_megabytes_is_read_in_fragments_of(int size) {
        RawHubClient client = connect(LARGE);
        byte[] message = callOf(4 * MEGABYTE, "1", "length");
        for (int opcode : new int[] {TEXT, BINARY}) {
            client.socket().send(Delivery.joined(fragments(opcode, message, size)));

            assertLength(client, message);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 256, 512, 1024, 2048})
    default void a_message_of_a_megabyte_is_read_in_pieces_of(int size) {
        RawHubClient client = connect(LARGE);
        byte[] message = callOf(MEGABYTE, "1", "length");
        Delivery.pieces(Frame.of(TEXT, message).bytes(), size).forEach(client.socket()::write);

        assertLength(client, message);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 256, 1024, 4096})
    default void a_thousand_messages_are_answered_one_by_one(int size) {
        RawHubClient client = connect(SOCKETS);
        byte[] message = callOf(size, "1", "echo");
        int length = message.length - call("1", "echo", "").length();
        for (int i = 0; i < 1000; i++) {
            client.socket().send(Frame.of(TEXT, message));
            assertThat(client.completionOf("1").getString("result")).hasSize(length);
        }
    }

    @Test
    default void several_messages_of_one_write_are_read_in_their_order() {
        RawHubClient client = connect(SOCKETS);
        List<byte[]> frames = IntStream.range(0, 50)
                .mapToObj(number -> Frame.of(number % 2 == 0 ? TEXT : BINARY, call("n" + number, "echo", "m" + number).getBytes(UTF_8)).bytes())
                .toList();
        client.socket().send(Delivery.joined(frames));

        for (int number = 0; number < 50; number++) {
            assertThat(client.receive().getString("result")).isEqualTo("m" + number);
        }
    }
}
