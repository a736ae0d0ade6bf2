package dev.hubcast.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.protocol.HubMessage.Close;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.HubMessage.Ping;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonHubProtocolTest {

    private final HubProtocol protocol = new JsonHubProtocol(JsonMapping.standard());

    @Test
    void it_is_text_and_named_json() {
        assertThat(protocol.name()).isEqualTo("json");
        assertThat(protocol.binary()).isFalse();
        assertThat(protocol.write(new Ping()).isText()).isTrue();
    }

    @Test
    void a_record_ends_behind_its_terminator() {
        byte[] bytes = "ab\u001ec\u001e".getBytes(UTF_8);

        assertThat(protocol.endOfRecord(bytes, 0, bytes.length)).isEqualTo(3);
        assertThat(protocol.endOfRecord(bytes, 3, bytes.length)).isEqualTo(5);
        assertThat(protocol.endOfRecord(bytes, 2, bytes.length)).isEqualTo(3);
    }

    @Test
    void a_record_without_its_terminator_is_not_complete() {
        byte[] bytes = "ab\u001ec".getBytes(UTF_8);

        assertThat(protocol.endOfRecord(bytes, 3, bytes.length)).isEqualTo(-1);
        assertThat(protocol.endOfRecord(bytes, 0, 2)).isEqualTo(-1);
        assertThat(protocol.endOfRecord(bytes, 0, 0)).isEqualTo(-1);
    }

    @Test
    void several_records_are_read_out_of_one_message() {
        byte[] bytes = "{\"type\":6}\u001e{\"type\":7,\"error\":\"é😀\"}\u001e{\"type\":6}\u001e".getBytes(UTF_8);
        List<HubMessage> messages = new ArrayList<>();

        for (int from = 0; from < bytes.length;) {
            int end = protocol.endOfRecord(bytes, from, bytes.length);
            messages.add(protocol.read(bytes, from, end));
            from = end;
        }

        assertThat(messages).containsExactly(new Ping(), new Close("é😀", false), new Ping());
    }

    @Test
    void arguments_do_not_change_with_the_bytes_they_came_in() {
        byte[] bytes = "{\"type\":1,\"target\":\"say\",\"arguments\":[\"hello\"]}\u001e".getBytes(UTF_8);
        Invocation call = (Invocation) protocol.read(bytes, 0, bytes.length);

        Arrays.fill(bytes, (byte) 'x');

        assertThat(call.arguments().bind(List.of(String.class))).containsExactly("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "80", "c3", "c3 28", "e2 82", "f0 9f 98", "c0 80", "c0 af", "e0 80 af", "ed a0 80", "ed a0 bd ed b8 80",
        "f4 90 80 80", "fe", "f8 88 80 80 80"})
    void what_is_no_utf_8_is_refused(String hex) {
        byte[] record = closing(hex);

        assertThatThrownBy(() -> protocol.read(record, 0, record.length))
                .isInstanceOf(ProtocolException.class).hasMessage("The record is not UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ef bf bd", "c3 a9", "f0 9f 98 80", "7f", "ef bf bf", "f4 8f bf bf"})
    void every_character_of_utf_8_is_read(String hex) {
        byte[] record = closing(hex);

        assertThat(protocol.read(record, 0, record.length)).isEqualTo(new Close(new String(bytes(hex), UTF_8), false));
    }

    @Test
    void a_lone_surrogate_comes_through() {
        byte[] bytes = "{\"type\":7,\"error\":\"\\ud83d\"}\u001e".getBytes(UTF_8);

        HubMessage read = protocol.read(bytes, 0, bytes.length);

        assertThat(read).isEqualTo(new Close("\ud83d", false));
        assertThat(protocol.write(read).bytes()).isEqualTo(bytes);
    }

    private static byte[] closing(String hex) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes("{\"type\":7,\"error\":\"".getBytes(UTF_8));
        record.writeBytes(bytes(hex));
        record.writeBytes("\"}\u001e".getBytes(UTF_8));
        return record.toByteArray();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }
}
