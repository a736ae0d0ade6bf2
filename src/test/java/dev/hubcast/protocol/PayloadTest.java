package dev.hubcast.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.Payload.Framing;
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

    @Test
    void a_single_record_is_framed_once_for_each_framing() {
        Framing stars = records -> ("*" + Payload.joinText(records) + "*").getBytes(UTF_8);
        Framing dashes = records -> ("-" + Payload.joinText(records) + "-").getBytes(UTF_8);

        byte[] starred = Payload.framed(List.of(second), stars);
        assertThat(starred).asString(UTF_8).isEqualTo("*b\u001e*");
        assertThat(Payload.framed(List.of(second), dashes)).asString(UTF_8).isEqualTo("-b\u001e-");
        assertThat(Payload.framed(List.of(second), stars)).isSameAs(starred);
    }

    @Test
    void records_that_leave_together_are_framed_together() {
        assertThat(Payload.framed(List.of(second, second), Payload::joinBytes)).asString(UTF_8).isEqualTo("b\u001eb\u001e");
    }
}
