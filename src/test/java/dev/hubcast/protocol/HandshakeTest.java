package dev.hubcast.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {

    @ParameterizedTest
    @ValueSource(strings = {"{'protocol':'json','version':1}", "{'version':1,'protocol':'json'}",
        " { 'protocol' : 'json' , 'version' : 1 } ", "{'more':{'protocol':'x'},'protocol':'json','version':1,'list':[1,null]}"})
    void a_handshake_names_its_protocol_and_version(String json) {
        assertThat(read(json)).isEqualTo(new Handshake("json", 1));
    }

    @Test
    void it_is_read_though_nobody_knows_the_protocol_or_the_version() {
        assertThat(read("{'protocol':'','version':-1}")).isEqualTo(new Handshake("", -1));
        assertThat(read("{'protocol':'xml','version':4294967296}")).isEqualTo(new Handshake("xml", Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello", "null", "[]", "'json'", "{", "{'protocol':'json','version':1",
        "{'protocol':'json','version':1}x",
        "{'protocol':'json','version':1}{}", "{'protocol':'json','version':1,}", "{'protocol':'json','version':'1'}",
        "{'protocol':'json','version':1.0}", "{'protocol':'json','version':null}", "{'protocol':'json','version':1e0}",
        "{'protocol':1,'version':1}", "{'protocol':null,'version':1}", "{'protocol':['json'],'version':1}", "{protocol:'json','version':1}",
        "{'protocol':'json','version':99999999999999999999}", "GET / HTTP/1.1\r\n\r\n", "\u0000", "\u0005\u0000", "\ufeff{}"})
    void what_is_no_json_or_not_the_right_one_is_refused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(ProtocolException.class).hasMessage("Error reading JSON.");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {}                            | protocol
            {'version':1}                 | protocol
            {'Protocol':'json'}           | protocol
            {'protocol':'json'}           | version
            {'type':6}                    | protocol
            """)
    void a_property_that_is_missing_is_named(String json, String property) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(ProtocolException.class).hasMessage("Missing required property '" + property + "'.");
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThatThrownBy(() -> read("{'x':" + "[".repeat(100_000))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void a_megabyte_of_space_is_no_handshake() {
        assertThatThrownBy(() -> read(" ".repeat(1 << 20))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void what_is_no_utf_8_is_refused() {
        byte[] record = "{\"protocol\":\"jsön\",\"version\":1}\u001e".getBytes(ISO_8859_1);

        assertThatThrownBy(() -> Handshake.read(record, 0, record.length))
                .isInstanceOf(ProtocolException.class).hasMessage("The record is not UTF-8.");
    }

    @Test
    void it_ends_at_the_first_terminator() {
        byte[] bytes = "x{\"protocol\":\"json\",\"version\":1}\u001e{\"type\":6}\u001e".getBytes(UTF_8);

        int end = Handshake.end(bytes, 1, bytes.length);

        assertThat(Handshake.read(bytes, 1, end)).isEqualTo(new Handshake("json", 1));
        assertThat(bytes[end]).isEqualTo((byte) '{');
        assertThat(Handshake.end(bytes, 1, end - 1)).isEqualTo(-1);
    }

    @Test
    void the_answers_are_the_reference_servers() {
        assertThat(Handshake.ACCEPTED.text()).isEqualTo("{}\u001e");
        assertThat(Handshake.refused("The protocol 'x\"\u001e' is not supported.").text())
                .isEqualTo("{\"error\":\"The protocol 'x\\\"\\u001e' is not supported.\"}\u001e");
    }

    private static Handshake read(String json) {
        byte[] bytes = (json.replace('\'', '"') + '\u001e').getBytes(UTF_8);
        return Handshake.read(bytes, 0, bytes.length);
    }
}
