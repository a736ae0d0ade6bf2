package dev.hubcast.frame;

import static dev.hubcast.frame.ClientFrames.CLOSE;
import static dev.hubcast.frame.ClientFrames.CONTINUATION;
import static dev.hubcast.frame.ClientFrames.LAST;
import static dev.hubcast.frame.ClientFrames.TEXT;
import static dev.hubcast.frame.ClientFrames.bytes;
import static dev.hubcast.frame.ClientFrames.close;
import static dev.hubcast.frame.ClientFrames.frame;
import static dev.hubcast.frame.ClientFrames.join;
import static dev.hubcast.frame.ClientFrames.ping;
import static dev.hubcast.frame.ClientFrames.text;
import static dev.hubcast.frame.ClientFrames.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of the Autobahn test suite on close frames. */
class FrameReaderCloseTest {

    private static void assertFails(byte[] stream, int code) {
        for (NotedFrames noted : new NotedFrames[] {NotedFrames.of(stream), NotedFrames.ofBytes(stream)}) {
            assertThat(noted.failure()).isEqualTo(code);
            assertThat(noted.story()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999})
    void a_code_that_may_be_sent_arrives_with_its_reason(int code) {
        assertThat(NotedFrames.of(close(code, "why")).noted()).containsExactly("close:" + code + " why");
        assertThat(NotedFrames.ofBytes(close(code, "")).noted()).containsExactly("close:" + code + " ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 32768, 65535})
    void a_code_that_may_not_be_sent_breaks_the_protocol(int code) {
        assertFails(close(code, "why"), 1002);
        assertFails(close(code, ""), 1002);
    }

    @Test
    void a_close_frame_may_say_nothing() {
        assertThat(NotedFrames.of(close()).noted()).containsExactly("close:1005 ");
    }

    @Test
    void half_a_code_breaks_the_protocol() {
        assertFails(frame(LAST | CLOSE, bytes(3)), 1002);
    }

    @Test
    void a_reason_has_up_to_123_bytes() {
        assertThat(NotedFrames.of(close(1000, "r".repeat(123))).noted()).containsExactly("close:1000 " + "r".repeat(123));
        assertFails(close(1000, "r".repeat(124)), 1002);
    }

    @Test
    void a_reason_is_utf8() {
        assertThat(NotedFrames.ofBytes(close(1000, "κόσμε \ud83d\ude00")).noted()).containsExactly("close:1000 κόσμε \ud83d\ude00");
        assertFails(frame(LAST | CLOSE, bytes(3, 232, 0xce, 0xba, 0xed, 0xa0, 0x80, 'x')), 1007);
        assertFails(frame(LAST | CLOSE, bytes(3, 232, 'x', 0xe2, 0x82)), 1007);
        assertFails(frame(LAST | CLOSE, bytes(3, 232, 0xff)), 1007);
    }

    @Test
    void nothing_is_read_after_a_close_frame() {
        byte[] stream = join(
                text("before"), close(1000, ""), text("after"), ping("after"), close(1001, ""),
                frame(0xf3, utf8("wrong")));

        NotedFrames whole = NotedFrames.of(stream);
        assertThat(whole.noted()).containsExactly("before", "close:1000 ");
        assertThat(whole.failure()).isZero();
        assertThat(NotedFrames.ofBytes(stream).story()).isEqualTo(whole.story());
    }

    @Test
    void what_came_before_a_close_frame_is_handed_on_before_it() {
        assertThat(NotedFrames.of(join(text("a"), text("b"), close())).noted()).containsExactly("ab", "close:1005 ");
        assertThat(NotedFrames.of(join(text("a"), close(1001, "gone"))).noted()).containsExactly("a", "close:1001 gone");
        assertThat(NotedFrames.of(join(text("a"), frame(LAST | CLOSE, bytes(0, 0)))).noted()).containsExactly("a");
    }

    @Test
    void a_close_frame_may_come_in_the_middle_of_a_message() {
        byte[] stream = join(frame(TEXT, bytes('x', 0xe2, 0x82)), close(1000, ""), frame(LAST | CONTINUATION, utf8("y")));

        assertThat(NotedFrames.of(stream).story()).isEqualTo("x\u00e2\u0082" + NotedFrames.closing(new CloseStatus(1000, "")));
        assertThat(NotedFrames.of(stream).failure()).isZero();
    }
}
