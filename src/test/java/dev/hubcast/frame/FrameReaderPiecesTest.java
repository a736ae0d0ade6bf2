package dev.hubcast.frame;

import static dev.hubcast.frame.ClientFrames.BINARY;
import static dev.hubcast.frame.ClientFrames.CONTINUATION;
import static dev.hubcast.frame.ClientFrames.LAST;
import static dev.hubcast.frame.ClientFrames.PONG;
import static dev.hubcast.frame.ClientFrames.TEXT;
import static dev.hubcast.frame.ClientFrames.close;
import static dev.hubcast.frame.ClientFrames.frame;
import static dev.hubcast.frame.ClientFrames.join;
import static dev.hubcast.frame.ClientFrames.ping;
import static dev.hubcast.frame.ClientFrames.text;
import static dev.hubcast.frame.ClientFrames.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one read brings is handed on in one piece, in the order in which it came. */
class FrameReaderPiecesTest {

    @Test
    void several_messages_of_one_read_are_one_piece() {
        byte[] stream = join(text("one"), text(""), frame(BINARY, utf8("two")), frame(LAST | CONTINUATION, utf8("three")), text("four"));

        assertThat(NotedFrames.of(stream).noted()).containsExactly("onetwothreefour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p", "a payload of some length"})
    void a_ping_stays_between_what_came_before_and_after_it(String payload) {
        byte[] stream = join(text("one"), text("two"), ping(payload), text("three"), text("four"), ping(payload), ping("last"));

        assertThat(NotedFrames.of(stream).noted())
                .containsExactly("onetwo", "ping:" + payload, "threefour", "ping:" + payload, "ping:last");
    }

    @Test
    void a_frame_that_is_not_all_there_is_handed_on_as_far_as_it_is() {
        byte[] frame = text("abcdef");
        Iterator<Integer> sizes = List.of(frame.length - 4, 3, 1).iterator();

        assertThat(NotedFrames.inParts(frame, sizes::next).noted()).containsExactly("ab", "cde", "f");
    }

    @Test
    void a_read_without_payload_hands_on_nothing() {
        assertThat(NotedFrames.inParts(text("x"), () -> 6).noted()).containsExactly("x");
        assertThat(NotedFrames.of(join(text(""), frame(LAST | PONG, new byte[0]))).noted()).isEmpty();
    }

    @Test
    void a_stream_reads_the_same_wherever_it_is_cut() {
        byte[] stream = join(text("héllo"), frame(TEXT, utf8("one ")), ping("1"), frame(CONTINUATION, new byte[0]), ping(""),
                frame(LAST | CONTINUATION, utf8("\u20ac")), frame(LAST | BINARY, new byte[130]), frame(LAST | PONG, utf8("pong")),
                text("\ud83d\ude00".repeat(40)), close(1001, "grüße"));
        String whole = NotedFrames.of(stream).story();
        assertThat(whole).endsWith(NotedFrames.closing(new CloseStatus(1001, "grüße")));

        for (int cut = 1; cut < stream.length; cut++) {
            Iterator<Integer> sizes = List.of(cut, stream.length - cut).iterator();
            assertThat(NotedFrames.inParts(stream, sizes::next).story()).as("cut at %s", cut).isEqualTo(whole);
        }
        IntStream.rangeClosed(1, 20).forEach(size ->
                assertThat(NotedFrames.inParts(stream, () -> size).story()).as("parts of %s", size).isEqualTo(whole));
    }
}
