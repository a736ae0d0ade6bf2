package dev.hubcast.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadTest {

    private final Payload first = Payload.ofText("é\u001e");
    private final Payload second = Payload.ofText("b\u001e");

    @Test
    void the_size_is_that_of_its_bytes() {
        assertThat(first.size()).isEqualTo(3);
        assertThat(first.bytes()).isEqualTo("é\u001e".getBytes(UTF_8));
        assertThat(first.text()).isEqualTo("é\u001e");
    }

    @Test
    void bytes_have_no_text() {
        Payload binary = Payload.ofBytes(new byte[] {2, -111, 6}, false);

        assertThat(binary.isText()).isFalse();
        assertThat(binary.text()).isNull();
        assertThat(binary.size()).isEqualTo(3);
    }

    @Test
    void several_records_are_joined_in_their_order() {
        assertThat(Payload.joinText(List.of(first, second, first))).isEqualTo("é\u001eb\u001eé\u001e");
        assertThat(Payload.joinBytes(List.of(first, second))).isEqualTo("é\u001eb\u001e".getBytes(UTF_8));
    }

    @Test
    void a_single_record_is_not_copied() {
        assertThat(Payload.joinText(List.of(first))).isSameAs(first.text());
        assertThat(Payload.joinBytes(List.of(first))).isSameAs(first.bytes());
    }
}
