package dev.hubcast.frame;

import static dev.hubcast.frame.ClientFrames.BINARY;
import static dev.hubcast.frame.ClientFrames.CONTINUATION;
import static dev.hubcast.frame.ClientFrames.LAST;
import static dev.hubcast.frame.ClientFrames.PING;
import static dev.hubcast.frame.ClientFrames.PONG;
import static dev.hubcast.frame.ClientFrames.TEXT;
import static dev.hubcast.frame.ClientFrames.bytes;
import static dev.hubcast.frame.ClientFrames.frame;
import static dev.hubcast.frame.ClientFrames.join;
import static dev.hubcast.frame.ClientFrames.ping;
import static dev.hubcast.frame.ClientFrames.text;
import static dev.hubcast.frame.ClientFrames.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of the Autobahn test suite on framing, reserved bits, opcodes and fragmentation. */
class FrameReaderTest {

    private static final byte[] NOTHING = {};

    private static void assertProtocolError(byte[]... frames) {
        assertThat(NotedFrames.of(join(frames)).failure()).isEqualTo(1002);
        assertThat(NotedFrames.ofBytes(join(frames)).failure()).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 124, 125, 126, 127, 128, 255, 256, 65535, 65536, 65537, 200_000})
    void a_message_of_any_length_arrives_whole(int length) {
        byte[] payload = new byte[length];
        new Random(length).nextBytes(payload);
        byte[] stream = join(frame(LAST | BINARY, payload), text("behind"));

        assertThat(NotedFrames.of(stream).story()).isEqualTo(NotedFrames.latin(payload) + "behind");
        assertThat(NotedFrames.inParts(stream, () -> 997).story()).isEqualTo(NotedFrames.latin(payload) + "behind");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70})
    void reserved_bits_break_the_protocol(int bits) {
        for (int opcode : new int[] {TEXT, BINARY, PING, PONG}) {
            assertProtocolError(frame(LAST | bits | opcode, utf8("x")));
        }
        assertProtocolError(frame(TEXT, utf8("x")), frame(LAST | bits | CONTINUATION, utf8("x")));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
    void reserved_opcodes_break_the_protocol(int opcode) {
        assertProtocolError(frame(LAST | opcode, NOTHING));
        assertProtocolError(frame(opcode, utf8("x")));
        assertProtocolError(frame(TEXT, utf8("x")), frame(LAST | opcode, utf8("x")));
    }

    @Test
    void what_came_before_a_broken_rule_is_handed_on() {
        NotedFrames noted = NotedFrames.of(join(text("good"), ping("p"), text("fine"), frame(LAST | 3, NOTHING), text("never")));

        assertThat(noted.noted()).containsExactly("good", "ping:p", "fine");
        assertThat(noted.failure()).isEqualTo(1002);
    }

    @Test
    void the_message_of_a_failure_names_the_rule() {
        FrameReader reader = new FrameReader(new NotedFrames());
        byte[] wrong = frame(LAST | 3, NOTHING);

        assertThatThrownBy(() -> reader.read(wrong, 0, wrong.length)).isInstanceOf(FrameException.class)
                .hasMessage("Opcode 3 is reserved.");
    }

    @Test
    void frames_without_a_mask_break_the_protocol() {
        assertProtocolError(bytes(LAST | TEXT, 1, 'x'));
        assertProtocolError(bytes(LAST | PING, 0));
        assertProtocolError(bytes(LAST | BINARY, 126, 0, 126));
    }

    @Test
    void a_mask_of_zeros_is_a_mask() {
        assertThat(NotedFrames.of(bytes(LAST | TEXT, 0x82, 0, 0, 0, 0, 'h', 'i')).noted()).containsExactly("hi");
    }

    @Test
    void fragments_are_one_message_with_control_frames_in_between() {
        byte[] stream = join(frame(TEXT, utf8("one ")), ping("1"), frame(CONTINUATION, utf8("two ")), frame(LAST | PONG, utf8("?")),
                ping("2"), frame(LAST | CONTINUATION, utf8("three")), text("next"));

        assertThat(NotedFrames.of(stream).noted()).containsExactly("one ", "ping:1", "two ", "ping:2", "threenext");
        assertThat(NotedFrames.ofBytes(stream).story()).isEqualTo(NotedFrames.of(stream).story());
    }

    @Test
    void fragments_may_be_empty() {
        byte[] stream = join(frame(TEXT, NOTHING), frame(CONTINUATION, NOTHING), frame(CONTINUATION, utf8("x")),
                frame(LAST | CONTINUATION, NOTHING), frame(LAST | BINARY, NOTHING), text("y"));

        assertThat(NotedFrames.of(stream).noted()).containsExactly("xy");
        assertThat(NotedFrames.ofBytes(stream).noted()).containsExactly("x", "y");
    }

    @ParameterizedTest
    @ValueSource(ints = {CONTINUATION, LAST | CONTINUATION})
    void a_continuation_of_nothing_breaks_the_protocol(int first) {
        assertProtocolError(frame(first, utf8("x")));
        assertProtocolError(text("whole"), frame(first, utf8("x")));
        assertProtocolError(frame(TEXT, utf8("x")), frame(LAST | CONTINUATION, NOTHING), ping(""), frame(first, NOTHING));
    }

    @ParameterizedTest
    @ValueSource(ints = {TEXT, LAST | TEXT, BINARY, LAST | BINARY})
    void a_message_within_another_breaks_the_protocol(int first) {
        assertProtocolError(frame(TEXT, utf8("x")), frame(first, utf8("y")));
        assertProtocolError(frame(BINARY, NOTHING), ping("p"), frame(first, NOTHING));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, PING, PONG})
    void control_frames_are_not_fragmented(int opcode) {
        assertProtocolError(frame(opcode, NOTHING));
        assertProtocolError(frame(opcode, utf8("xy")), frame(LAST | CONTINUATION, utf8("z")));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, PING, PONG})
    void control_frames_are_short(int opcode) {
        assertProtocolError(frame(LAST | opcode, new byte[126]));
        assertProtocolError(frame(LAST | opcode, new byte[65536]));
        assertProtocolError(frame(LAST | opcode, 2, 5, new byte[5]));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 124, 125})
    void a_ping_has_its_payload(int length) {
        byte[] stream = join(ping("p".repeat(length)), ping("q"));

        assertThat(NotedFrames.of(stream).noted()).containsExactly("ping:" + "p".repeat(length), "ping:q");
        assertThat(NotedFrames.ofBytes(stream).noted()).isEqualTo(NotedFrames.of(stream).noted());
    }

    @Test
    void a_pong_that_nobody_asked_for_is_no_matter() {
        assertThat(NotedFrames.of(join(frame(LAST | PONG, NOTHING), frame(LAST | PONG, utf8("pong")), ping("x"))).noted())
                .containsExactly("ping:x");
    }

    @Test
    void a_ping_is_a_copy() {
        byte[][] kept = new byte[1][];
        FrameReader reader = new FrameReader(new NotedFrames() {
            @Override
            public void ping(byte[] payload) {
                kept[0] = kept[0] == null ? payload : kept[0];
            }
        });
        byte[] stream = join(ping("first"), ping("other"));
        reader.read(stream, 0, stream.length);

        assertThat(kept[0]).isEqualTo(utf8("first"));
    }

    @ParameterizedTest
    @CsvSource({"2,0", "2,1", "2,125", "8,0", "8,125", "8,126", "8,65535"})
    void a_length_in_a_longer_form_than_needed_breaks_the_protocol(int extended, int length) {
        assertProtocolError(frame(LAST | BINARY, extended, length, new byte[length]));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, Long.MIN_VALUE + 5, 0xffff_ffff_0000_0000L})
    void a_length_with_its_highest_bit_breaks_the_protocol(long length) {
        assertProtocolError(frame(LAST | BINARY, 8, length, NOTHING));
    }

    @ParameterizedTest
    @ValueSource(longs = {65536, Integer.MAX_VALUE})
    void a_frame_of_a_great_length_is_read_as_it_comes(long length) {
        byte[] stream = frame(LAST | BINARY, 8, length, utf8("only its beginning"));

        assertThat(NotedFrames.of(stream).noted()).containsExactly("only its beginning");
        assertThat(NotedFrames.of(stream).failure()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 31, 1L << 32, (1L << 32) + 3, Long.MAX_VALUE})
    void a_length_that_nobody_can_mean_is_refused_by_the_header_alone(long length) {
        byte[] header = frame(LAST | BINARY, 8, length, new byte[0]);

        assertThat(NotedFrames.of(header).failure()).isEqualTo(1009);
        assertThat(NotedFrames.ofBytes(header).failure()).isEqualTo(1009);
        assertThat(NotedFrames.of(join(text("before"), header, text("never"))).noted()).containsExactly("before");
    }
}
