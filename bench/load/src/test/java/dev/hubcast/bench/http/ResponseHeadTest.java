package dev.hubcast.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import org.junit.jupiter.api.Test;

class ResponseHeadTest {

    @Test
    void a_head_ends_at_the_empty_line_and_not_before() throws ProtocolException {
        byte[] response = "HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody".getBytes(US_ASCII);
        int body = response.length - "body".length();

        for (int end = 0; end < body; end++) {
            assertThat(ResponseHead.endIn(response, end)).isZero();
        }
        assertThat(ResponseHead.endIn(response, body)).isEqualTo(body);
        assertThat(ResponseHead.endIn(response, response.length)).isEqualTo(body);
    }

    @Test
    void headers_are_found_however_they_are_written() throws ProtocolException {
        ResponseHead head = read("HTTP/1.1 404 Not Found\r\nContent-TYPE:text/plain \r\nConnection: Keep-Alive\r\nconnection: CLOSE\r\n\r\n");

        assertThat(head.status()).isEqualTo(404);
        assertThat(head.statusLine()).isEqualTo("HTTP/1.1 404 Not Found");
        assertThat(head.header("content-type")).isEqualTo("text/plain");
        assertThat(head.header("upgrade")).isEmpty();
        assertThat(head.lists("connection", "close")).isTrue();
        assertThat(head.lists("connection", "keep")).isFalse();
    }

    @Test
    void a_status_needs_no_reason() throws ProtocolException {
        assertThat(read("HTTP/1.1 200\r\n\r\n").status()).isEqualTo(200);
    }

    @Test
    void what_is_no_response_is_refused() {
        assertThatThrownBy(() -> read("SSH-2.0-x\r\n\r\n")).hasMessageContaining("SSH");
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nnonsense\r\n\r\n")).hasMessageContaining("nonsense");
        assertThatThrownBy(() -> ResponseHead.endIn(new byte[20_000], 20_000)).hasMessageContaining("endless");
    }

    private static ResponseHead read(String text) throws ProtocolException {
        return ResponseHead.read(text.getBytes(US_ASCII), text.length());
    }
}
