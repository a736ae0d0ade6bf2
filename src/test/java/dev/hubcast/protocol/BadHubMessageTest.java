package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that break the protocol's rules; the texts are the reference server's. */
class BadHubMessageTest {

    private final HubProtocol protocol = new JsonHubProtocol(JsonMapping.standard());

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {}                                                      | type
            {'target':'say','arguments':[]}                         | type
            {'type':1,'arguments':[]}                               | target
            {'type':1,'target':null,'arguments':[]}                 | target
            {'type':1,'target':'','arguments':[]}                   | target
            {'type':1,'target':'say'}                               | arguments
            {'type':2,'item':1}                                     | invocationId
            {'type':2,'invocationId':null,'item':1}                 | invocationId
            {'type':2,'invocationId':'','item':1}                   | invocationId
            {'type':2,'invocationId':'1'}                           | item
            {'type':3}                                              | invocationId
            {'type':3,'invocationId':'','result':1}                 | invocationId
            {'type':4,'target':'say','arguments':[]}                | invocationId
            {'type':4,'target':'say','arguments':[],'invocationId':''} | invocationId
            {'type':4,'invocationId':'1','arguments':[]}            | target
            {'type':4,'invocationId':'1','target':'say'}            | arguments
            {'type':5}                                              | invocationId
            {'type':5,'invocationId':''}                            | invocationId
            {'type':8}                                              | sequenceId
            {'type':9,'invocationId':'1'}                           | sequenceId
            """)
    void a_property_that_is_missing_is_named(String json, String property) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(ProtocolException.class).hasMessage("Missing required property '" + property + "'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'result':1,'error':'no'", "'error':'no','result':null"})
    void an_error_and_a_result_exclude_each_other(String both) {
        assertThatThrownBy(() -> read("{'type':3,'invocationId':'1'," + both + "}"))
                .isInstanceOf(ProtocolException.class).hasMessage("The 'error' and 'result' properties are mutually exclusive.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "null", "[]", "'type'", "6", "{", "{'type':6", "{'type':6}}", "{'type':6}x", "{'type':6},",
        "{'type':6,}", "{'type':'6'}", "{'type':6.0}", "{'type':6e0}", "{'type':null}", "{'type':true}", "{'type':92233720368547758080}",
        "{'type':1,'target':1,'arguments':[]}", "{'type':1,'target':'a','arguments':{}}", "{'type':1,'target':'a','arguments':null}",
        "{'type':1,'target':'a','arguments':'[]'}", "{'type':1,'target':'a','arguments':[1,]}", "{'type':1,'target':'a','arguments':[01]}",
        "{'type':1,'target':'a','arguments':[],'invocationId':1}", "{'type':1,'target':'a','arguments':[],'streamIds':[1]}",
        "{'type':1,'target':'a','arguments':[],'streamIds':[null]}", "{'type':1,'target':'a','arguments':[],'streamIds':'s'}",
        "{'type':3,'invocationId':'1','error':1}", "{'type':7,'allowReconnect':'true'}", "{'type':7,'allowReconnect':1}",
        "{'type':1,'target':'\u0001','arguments':[]}", "{type:6}", "/**/{'type':6}", "{'type':6}\u0000", "\ufeff{'type':6}"})
    void what_is_no_json_or_not_the_right_one_is_an_error_of_reading(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(ProtocolException.class).hasMessage("Error reading JSON.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'type':1,'target':'a','arguments':[", "{'x':", "{'headers':{'a':"})
    void nesting_without_end_is_an_error_of_reading(String start) {
        assertThatThrownBy(() -> read(start + "[".repeat(100_000))).isInstanceOf(ProtocolException.class).hasMessage("Error reading JSON.");
    }

    @Test
    void arguments_may_nest_as_deep_as_the_record_allows() {
        String deepest = "{'type':1,'target':'a','arguments':[" + "[".repeat(62) + "]".repeat(62) + "]}";

        assertThat(read(deepest)).isInstanceOf(HubMessage.Invocation.class);
        assertThatThrownBy(() -> read(deepest.replace("[]", "[[]]"))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void the_text_of_a_record_is_in_no_message() {
        assertThatThrownBy(() -> read("{'secret':secret}")).hasMessageNotContaining("secret").cause().hasMessageNotContaining("secret");
    }

    private HubMessage read(String json) {
        byte[] bytes = (json.replace('\'', '"') + '\u001e').getBytes(StandardCharsets.UTF_8);
        return protocol.read(bytes, 0, bytes.length);
    }
}
