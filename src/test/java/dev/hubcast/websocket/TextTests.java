package dev.hubcast.websocket;

import static dev.hubcast.itest.Frame.BINARY;
import static dev.hubcast.itest.Frame.CONTINUATION;
import static dev.hubcast.itest.Frame.TEXT;
import static dev.hubcast.websocket.Messages.call;
import static dev.hubcast.websocket.Messages.fragments;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawHubClient;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is UTF-8: the cases of the Autobahn suite, section 6, after Markus Kuhn's stress test of decoders. */
interface TextTests extends WebSocketUnderTest {

    private static byte[] hex(String bytes) {
        return HexFormat.ofDelimiter(" ").parseHex(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"48 65 6c 6c 6f 2d c2 b5 40 c3 9f c3 b6", "68 65 6c 6c 6f 24 77", "c2 a2", "e2 82 ac", "f0 a4 ad a2",
        "ce ba e1 bd b9 cf 83 ce bc ce b5", "7f", "c2 80", "df bf", "e0 a0 80", "ef bf bf", "f0 90 80 80", "f4 8f bf bf",
        "ed 9f bf", "ee 80 80", "ef bf b9", "ef bf bd", "ef bf be", "f0 9f bf be", "f0 9f bf bf", "f0 af bf be", "f0 bf bf bf",
        "f1 8f bf be", "f1 9f bf bf", "f2 8f bf be", "f3 bf bf bf", "f4 8f bf be", "ef bb bf 61", "ef b7 90"})
    default void text_in_utf_8_is_read_however_it_is_cut(String bytes) {
        RawHubClient client = connect(SOCKETS);
        String text = new String(hex(bytes), UTF_8);
        byte[] message = call("1", "echo", text).getBytes(UTF_8);
        for (int opcode : new int[] {TEXT, BINARY}) {
            for (int size : new int[] {1, 2, 3, message.length}) {
                fragments(opcode, message, size).forEach(client.socket()::send);

                assertThat(client.completionOf("1").getString("result")).as("in fragments of " + size).isEqualTo(text);
            }
        }
        Delivery.BYTE_BY_BYTE.pieces(fragments(TEXT, message, message.length)).forEach(client.socket()::send);
        assertThat(client.completionOf("1").getString("result")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ce ba e1 bd b9 cf 83 ce bc ce b5 ed a0 80 65 64 69 74 65 64", // a surrogate
        "f8 88 80 80 80", "fc 84 80 80 80 80", "f7 bf bf bf", "fb bf bf bf bf", "fd bf bf bf bf bf", "f4 90 80 80", // past U+10FFFF
        "80", "bf", "80 bf", "80 bf 80", "80 bf 80 bf 80 bf", // what continues nothing
        "c0 20", "df 20", "e0 20 e1 20", "ef 20", "f0 20", "f7 20", "f8 20", "fd 20", // what is not continued
        "c0", "e0 80", "f0 80 80", "f8 80 80 80", "fc 80 80 80 80", "df", "ef bf", "f7 bf bf", "fb bf bf bf", // what ends too early
        "ce", "ce ba e1", "ce ba e1 bd", "f0 9f 98",
        "fe", "ff", "fe fe ff ff", // bytes of no character
        "c0 af", "e0 80 af", "f0 80 80 af", "f8 80 80 80 af", "fc 80 80 80 80 af", // longer than need be
        "c1 bf", "e0 9f bf", "f0 8f bf bf", "f8 87 bf bf bf", "c0 80", "e0 80 80", "f0 80 80 80",
        "ed a0 80", "ed ad bf", "ed ae 80", "ed af bf", "ed b0 80", "ed be 80", "ed bf bf", "ed a0 80 ed b0 80", "ed af bf ed bf bf"})
    default void text_that_is_not_utf_8_ends_its_connection_however_it_is_cut(String bytes) {
        HubWatch watch = watch(SOCKETS);
        for (int size : new int[] {1, 2, 100}) {
            RawHubClient client = connect(SOCKETS);
            String id = HubWatch.idOf(client);
            fragments(TEXT, hex(bytes), size).forEach(client.socket()::write);

            assertFails(client, id, Set.of(NOT_UTF8), watch);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"f4 90 80 80", "ed a0 80", "ff", "80"})
    default void text_is_refused_in_the_fragment_that_no_other_could_mend(String bytes) {
        HubWatch watch = watch(SOCKETS);
        RawHubClient client = connect(SOCKETS);
        String id = HubWatch.idOf(client);
        client.socket().send(Frame.of(TEXT, hex("ce ba e1 bd b9 cf 83 ce bc ce b5")).unfinished());
        assertAnswersPing(client);
        client.socket().send(Frame.of(CONTINUATION, hex(bytes)).unfinished());

        assertFails(client, id, Set.of(NOT_UTF8), watch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f4 90 80 80", "ed a0 80", "ff", "80"})
    default void text_is_refused_at_the_byte_that_no_other_could_mend(String bytes) {
        HubWatch watch = watch(SOCKETS);
        RawHubClient client = connect(SOCKETS);
        String id = HubWatch.idOf(client);
        byte[] frame = Frame.of(TEXT, hex("ce ba e1 bd b9 cf 83 ce bc ce b5 " + bytes + " 65 64 69 74 65 64")).bytes();
        client.socket().send(Arrays.copyOf(frame, frame.length - 6));
        if (owner().gathersFrames()) {
            client.socket().send(Arrays.copyOfRange(frame, frame.length - 6, frame.length));
        }

        assertFails(client, id, Set.of(NOT_UTF8), watch);
    }

    private static void assertAnswersPing(RawHubClient client) {
        client.socket().send(Frame.of(Frame.PING, new byte[0]));
        assertThat(client.socket().receive().opcode()).isEqualTo(Frame.PONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed a0 80", "ff"})
    default void binary_need_not_be_utf_8_but_a_record_of_text_must(String bytes) {
        RawHubClient client = connect(SOCKETS);
        byte[] record = Delivery.joined(List.of(call("1", "echo", "").replace("\"]}\u001e", "").getBytes(UTF_8), hex(bytes),
                "\"]}\u001e".getBytes(UTF_8)));
        client.socket().send(Frame.of(BINARY, record));

        assertThat(client.receivedClose().getBoolean("allowReconnect")).isTrue();
        client.socket().expectClose(1000);
    }
}
