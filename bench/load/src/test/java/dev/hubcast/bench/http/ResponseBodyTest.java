package dev.hubcast.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResponseBodyTest {

    private static final String CHUNKED = "Transfer-Encoding: Chunked\r\n";
    private static final String CHUNKS = "5\r\nhello\r\n1;name=value\r\n \r\n0B\r\nworld\r\n\r\n1\n\r\n0\r\nTrailer: x\r\n\r\n";

    @Test
    void chunks_are_joined_wherever_two_reads_cut_them() throws ProtocolException {
        for (int cut = 0; cut <= CHUNKS.length(); cut++) {
            ResponseBody body = body(CHUNKED);

            assertThat(read(body, CHUNKS.substring(0, cut)) + read(body, CHUNKS.substring(cut))).isEqualTo("hello world\r\n\r\n1\n");
            assertThat(body.isComplete()).isTrue();
        }
    }

    @Test
    void chunks_are_joined_that_come_byte_by_byte() throws ProtocolException {
        ResponseBody body = body(CHUNKED);
        StringBuilder content = new StringBuilder();
        for (int at = 0; at < CHUNKS.length(); at++) {
            assertThat(body.isComplete()).isFalse();
            content.append(read(body, CHUNKS.substring(at, at + 1)));
        }

        assertThat(content).hasToString("hello world\r\n\r\n1\n");
        assertThat(body.isComplete()).isTrue();
    }

    @Test
    void a_chunk_that_breaks_the_rules_is_refused() throws ProtocolException {
        for (String broken : new String[] {"\r\nx", "x\r\n", "2\r\nabc", "fffffffff\r\n", "0\r\n\r\nHTTP/1.1 200"}) {
            ResponseBody body = body(CHUNKED);

            assertThatThrownBy(() -> read(body, broken)).as(broken).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void a_length_ends_a_body() throws ProtocolException {
        ResponseBody body = body("Content-Length: 4\r\n");

        assertThat(read(body, "on")).isEqualTo("on");
        assertThat(body.isComplete()).isFalse();
        assertThat(read(body, "ce")).isEqualTo("ce");
        assertThat(body.isComplete()).isTrue();
        assertThatThrownBy(() -> read(body, "more")).hasMessageContaining("behind the end");
    }

    @Test
    void a_body_of_nothing_is_complete_at_once() throws ProtocolException {
        assertThat(body("Content-Length: 0\r\n").isComplete()).isTrue();
    }

    @Test
    void a_body_longer_than_its_length_is_refused() throws ProtocolException {
        ResponseBody body = body("Content-Length: 4\r\n");

        assertThatThrownBy(() -> read(body, "12345")).hasMessageContaining("behind the end");
    }

    @Test
    void a_body_without_length_lasts_as_long_as_the_connection() throws ProtocolException {
        ResponseBody body = body("Connection: close\r\n");

        assertThat(read(body, "anything")).isEqualTo("anything");
        assertThat(body.isComplete()).isFalse();
        assertThat(body.endsWithConnection()).isTrue();
        assertThat(body("Content-Length: 4\r\n").endsWithConnection()).isFalse();
        assertThat(body(CHUNKED).endsWithConnection()).isFalse();
    }

    @Test
    void a_length_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> body("Content-Length: -1\r\n")).hasMessageContaining("-1");
    }

    private static ResponseBody body(String headers) throws ProtocolException {
        byte[] head = ("HTTP/1.1 200 OK\r\n" + headers + "\r\n").getBytes(US_ASCII);
        return ResponseBody.of(ResponseHead.read(head, head.length));
    }

    // Behind bytes that were there before, as after an event that was not whole.
    private static String read(ResponseBody body, String received) throws ProtocolException {
        byte[] bytes = ("kept" + received).getBytes(US_ASCII);
        int end = body.decode(bytes, 4, bytes.length);
        assertThat(new String(bytes, 0, 4, US_ASCII)).isEqualTo("kept");
        return new String(Arrays.copyOfRange(bytes, 4, end), US_ASCII);
    }
}
