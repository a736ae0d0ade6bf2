package dev.hubcast.frame;

import static dev.hubcast.frame.ClientFrames.BINARY;
import static dev.hubcast.frame.ClientFrames.CONTINUATION;
import static dev.hubcast.frame.ClientFrames.LAST;
import static dev.hubcast.frame.ClientFrames.TEXT;
import static dev.hubcast.frame.ClientFrames.frame;
import static dev.hubcast.frame.ClientFrames.join;
import static dev.hubcast.frame.ClientFrames.ping;
import static dev.hubcast.frame.ClientFrames.text;
import static dev.hubcast.frame.ClientFrames.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of the Autobahn test suite on UTF-8. */
class FrameReaderTextTest {

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes.replace(" ", ""));
    }

    private static byte[] fragments(byte[] payload, int cut) {
        return join(frame(TEXT, Arrays.copyOf(payload, cut)), ping("p"),
                frame(LAST | CONTINUATION, Arrays.copyOfRange(payload, cut, payload.length)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"48 65 6c 6c 6f", "ce ba e1 bd b9 cf 83 ce bc ce b5", "00", "7f", "c2 80", "df bf", "e0 a0 80", "ef bf bf",
        "f0 90 80 80", "f4 8f bf bf", "ed 9f bf", "ee 80 80", "ef bf bd", "ef bf be", "ef b7 90", "f0 9f bf be", "ef bb bf 61",
        "f0 9f 98 80 c3 a9 e2 82 ac"})
    void text_in_utf8_arrives_however_it_is_cut(String bytes) {
        byte[] payload = hex(bytes);
        for (int cut = 0; cut <= payload.length; cut++) {
            byte[] stream = fragments(payload, cut);
            String expected = NotedFrames.latin(Arrays.copyOf(payload, cut)) + NotedFrames.pinged(utf8("p"))
                    + NotedFrames.latin(Arrays.copyOfRange(payload, cut, payload.length));
            for (NotedFrames noted : new NotedFrames[] {NotedFrames.of(stream), NotedFrames.ofBytes(stream)}) {
                assertThat(noted.failure()).as("cut at %s", cut).isZero();
                assertThat(noted.story()).as("cut at %s", cut).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "bf", "80 bf 80", "c0 af", "c1 bf", "e0 80 af", "e0 9f bf", "f0 80 80 af", "f0 8f bf bf",
        "f8 88 80 80 80",
        "fc 84 80 80 80 80", "fe", "ff", "ed a0 80", "ed ad bf", "ed bf bf", "ed a0 80 ed b0 80", "f4 90 80 80", "f5 80 80 80",
        "f7 bf bf bf", "c3", "c3 28", "e2 82", "e2 28 a1", "e2 82 28", "f0 9f 98", "f0 28 8c bc", "f0 90 28 bc", "f0 28 8c 28", "ce ba e1",
        "61 c3 c3 a9"})
    void text_that_is_not_utf8_is_refused_however_it_is_cut(String bytes) {
        byte[] payload = hex(bytes);
        for (int cut = 0; cut <= payload.length; cut++) {
            byte[] stream = fragments(payload, cut);
            assertThat(NotedFrames.of(stream).failure()).as("cut at %s", cut).isEqualTo(1007);
            assertThat(NotedFrames.ofBytes(stream).failure()).as("cut at %s", cut).isEqualTo(1007);
        }
        assertThat(NotedFrames.of(frame(LAST | BINARY, payload)).failure()).as("as binary").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "c0", "c1", "e0 80", "e0 9f", "ed a0", "f0 80", "f0 8f", "f4 90", "f5", "ff", "c3 28",
        "e2 82 28", "f0 9f 98 28"})
    void text_is_refused_at_the_first_byte_that_no_other_could_mend(String bytes) {
        byte[] payload = hex(bytes);
        byte[] begun = frame(LAST | TEXT, 8, 1 << 20, join(utf8("fine"), payload));

        assertThat(NotedFrames.of(Arrays.copyOf(begun, begun.length - 1)).failure()).isZero();
        assertThat(NotedFrames.of(begun).failure()).isEqualTo(1007);
        assertThat(NotedFrames.ofBytes(begun).failure()).isEqualTo(1007);
    }

    @Test
    void what_was_read_of_a_message_before_it_went_wrong_is_handed_on() {
        byte[] stream = join(text("whole"), frame(TEXT, utf8("part")), frame(CONTINUATION, hex("ff")));

        assertThat(NotedFrames.of(stream).noted()).containsExactly("wholepart");
    }

    @Test
    void a_message_that_ends_within_a_character_is_not_mended_by_the_next() {
        byte[] stream = join(frame(LAST | TEXT, hex("e2 82")), frame(LAST | TEXT, hex("ac")));

        assertThat(NotedFrames.of(stream).failure()).isEqualTo(1007);
        assertThat(NotedFrames.of(join(frame(TEXT, hex("e2 82")), frame(LAST | CONTINUATION, new byte[0]))).failure()).isEqualTo(1007);
    }

    @Test
    void a_continuation_of_binary_is_no_text() {
        byte[] stream = join(text("text"), frame(BINARY, hex("ff")), frame(LAST | CONTINUATION, hex("fe")), text("text"));

        assertThat(NotedFrames.of(stream).failure()).isZero();
        assertThat(NotedFrames.of(stream).story()).isEqualTo("text\u00ff\u00fetext");
    }
}
