package dev.hubcast.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private final List<String> seen = new ArrayList<>();

    @Test
    void events_are_found_wherever_a_read_ends() {
        byte[] all = ":\r\n\r\ndata: one\r\n\r\ndata: two\r\ndata: lines\r\n\r\ndata:\r\ndata:  more\r\n\r\ndata: four\n\n".getBytes(US_ASCII);

        for (int cut = 0; cut <= all.length; cut++) {
            seen.clear();
            int used = consume(all, 0, cut);
            used = consume(all, used, all.length);

            assertThat(used).isEqualTo(all.length);
            assertThat(seen).containsExactly("one", "two\nlines", "\n more", "four");
        }
    }

    @Test
    void comments_and_other_fields_are_no_data() {
        byte[] all = ": data: no\r\nid: 1\r\nevent: x\r\nretry: 5\r\ndatum: no\r\n\r\n".getBytes(US_ASCII);

        assertThat(consume(all, 0, all.length)).isEqualTo(all.length);
        assertThat(seen).isEmpty();
    }

    @Test
    void an_event_without_its_empty_line_waits() {
        byte[] all = "data: one\r\n\r\ndata: two\r\n".getBytes(US_ASCII);

        assertThat(consume(all, 0, all.length)).isEqualTo("data: one\r\n\r\n".length());
        assertThat(seen).containsExactly("one");
    }

    private int consume(byte[] buffer, int from, int end) {
        return EventStream.consume(buffer, from, end, (bytes, start, to) -> seen.add(new String(bytes, start, to - start, US_ASCII)));
    }
}
