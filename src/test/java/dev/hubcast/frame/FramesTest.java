package dev.hubcast.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

    @ParameterizedTest
    @CsvSource({"0,2,0", "1,2,1", "125,2,125", "126,4,126", "127,4,126", "32768,4,126", "65535,4,126", "65536,10,127", "70000,10,127"})
    void a_length_has_its_shortest_form(int length, int header, int second) {
        byte[] payload = new byte[length];
        new Random(length).nextBytes(payload);

        byte[] frame = Frames.data(false, List.of(payload));

        assertThat(frame).hasSize(header + length);
        assertThat(frame[0]).isEqualTo((byte) 0x82);
        assertThat(frame[1]).as("unmasked").isEqualTo((byte) second);
        ByteBuffer extended = ByteBuffer.wrap(frame, 2, header - 2);
        if (header == 4) {
            assertThat(extended.getShort() & 0xffff).isEqualTo(length);
        } else if (header == 10) {
            assertThat(extended.getLong()).isEqualTo(length);
        }
        assertThat(Arrays.copyOfRange(frame, header, frame.length)).isEqualTo(payload);
    }

    @Test
    void parts_are_one_message_in_their_order() {
        byte[] frame = Frames.data(true, List.of(utf8("one "), utf8(""), utf8("two "), utf8("thrée")));

        assertThat(frame[0]).isEqualTo((byte) 0x81);
        assertThat(frame[1]).isEqualTo((byte) 14);
        assertThat(new String(frame, 2, frame.length - 2, StandardCharsets.UTF_8)).isEqualTo("one two thrée");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125})
    void a_pong_has_the_payload_of_its_ping(int length) {
        byte[] payload = new byte[length];
        Arrays.fill(payload, (byte) 7);

        byte[] frame = Frames.pong(payload);

        assertThat(Arrays.copyOf(frame, 2)).isEqualTo(new byte[] {(byte) 0x8a, (byte) length});
        assertThat(Arrays.copyOfRange(frame, 2, frame.length)).isEqualTo(payload);
    }

    @Test
    void a_close_frame_says_a_code_and_a_reason() {
        assertThat(Frames.close(1000, "")).isEqualTo(new byte[] {(byte) 0x88, 2, 3, (byte) 0xe8});
        assertThat(Frames.close(4999, "é")).isEqualTo(new byte[] {(byte) 0x88, 4, 0x13, (byte) 0x87, (byte) 0xc3, (byte) 0xa9});
        assertThat(Frames.close(1001, "r".repeat(123))).hasSize(127).startsWith(0x88, 125, 3, 0xe9);
    }

    @Test
    void a_close_frame_without_a_code_is_empty() {
        assertThat(Frames.close(CloseStatus.NO_STATUS, "is not said")).isEqualTo(new byte[] {(byte) 0x88, 0});
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
