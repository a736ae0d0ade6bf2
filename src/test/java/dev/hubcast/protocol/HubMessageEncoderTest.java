package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.protocol.HubMessage.Ack;
import dev.hubcast.protocol.HubMessage.CancelInvocation;
import dev.hubcast.protocol.HubMessage.Close;
import dev.hubcast.protocol.HubMessage.Completion;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.HubMessage.Ping;
import dev.hubcast.protocol.HubMessage.Sequence;
import dev.hubcast.protocol.HubMessage.StreamInvocation;
import dev.hubcast.protocol.HubMessage.StreamItem;
import dev.hubcast.protocol.HubMessage.Unknown;
import jakarta.websocket.EncodeException;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HubMessageEncoderTest {

    private static final Arguments NONE = Arguments.of(List.of());

    private final HubMessageEncoder encoder = new HubMessageEncoder();

    static Stream<org.junit.jupiter.params.provider.Arguments> messages() {
        return Stream.of(
                message(Invocation.of("said", Arrays.asList("a", 1, null)), "{'type':1,'target':'said','arguments':['a',1,null]}"),
                message(Invocation.of("said", List.of()), "{'type':1,'target':'said','arguments':[]}"),
                message(new Invocation("s1", "confirm", Arguments.ofOne(List.of(1, 2)), List.of()),
                        "{'type':1,'invocationId':'s1','target':'confirm','arguments':[[1,2]]}"),
                message(new Invocation("1", "upload", NONE, List.of("2", "3")),
                        "{'type':1,'invocationId':'1','target':'upload','arguments':[],'streamIds':['2','3']}"),
                message(new StreamInvocation("1", "count", Arguments.ofOne(5), List.of()),
                        "{'type':4,'invocationId':'1','target':'count','arguments':[5]}"),
                message(new StreamInvocation("1", "both", NONE, List.of("2")),
                        "{'type':4,'invocationId':'1','target':'both','arguments':[],'streamIds':['2']}"),
                message(new StreamItem("1", Arguments.ofOne("x")), "{'type':2,'invocationId':'1','item':'x'}"),
                message(new StreamItem("1", Arguments.ofOne(null)), "{'type':2,'invocationId':'1','item':null}"),
                message(Completion.result("1", 42), "{'type':3,'invocationId':'1','result':42}"),
                message(Completion.result("1", null), "{'type':3,'invocationId':'1','result':null}"),
                message(new Completion("1", null, null), "{'type':3,'invocationId':'1'}"),
                message(Completion.error("1", "no"), "{'type':3,'invocationId':'1','error':'no'}"),
                message(Completion.error("1", ""), "{'type':3,'invocationId':'1','error':''}"),
                message(new CancelInvocation("1"), "{'type':5,'invocationId':'1'}"),
                message(new Ping(), "{'type':6}"),
                message(new Ack(3), "{'type':8,'sequenceId':3}"),
                message(new Sequence(4), "{'type':9,'sequenceId':4}"),
                message(new Close(null, false), "{'type':7}"),
                message(new Close(null, true), "{'type':7,'allowReconnect':true}"),
                message(new Close("bad", true), "{'type':7,'error':'bad','allowReconnect':true}"));
    }

    private static org.junit.jupiter.params.provider.Arguments message(HubMessage message, String json) {
        return org.junit.jupiter.params.provider.Arguments.of(message, json.replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_is_one_record(HubMessage message, String json) throws EncodeException {
        assertThat(encoder.encode(message)).isEqualTo(json + '\u001e');
    }

    @Test
    void names_ids_and_errors_are_quoted() throws EncodeException {
        String odd = "\"\\\n\u001e\u2028\ud800é";
        String quoted = "\"\\\"\\\\\\n\\u001e\u2028\\ud800é\"";

        assertThat(encoder.encode(new Invocation(odd, odd, Arguments.ofOne(odd), List.of(odd)))).isEqualTo(
                "{\"type\":1,\"invocationId\":%1$s,\"target\":%1$s,\"arguments\":[%1$s],\"streamIds\":[%1$s]}\u001e".formatted(quoted));
        assertThat(encoder.encode(new Close(odd, false))).isEqualTo("{\"type\":7,\"error\":%s}\u001e".formatted(quoted));
        assertThat(encoder.encode(Completion.error("1", odd))).endsWith("\"error\":" + quoted + "}\u001e");
    }

    @Test
    void the_end_of_the_record_is_the_only_one_in_it() throws EncodeException {
        String record = encoder.encode(new Invocation("\u001e", "\u001e", Arguments.ofOne(List.of("\u001e")), List.of("\u001e")));

        assertThat(record.indexOf('\u001e')).isEqualTo(record.length() - 1);
    }

    @Test
    void an_empty_invocation_id_is_left_out_because_clients_refuse_it() throws EncodeException {
        assertThat(encoder.encode(new Invocation("", "said", NONE, List.of())))
                .isEqualTo("{\"type\":1,\"target\":\"said\",\"arguments\":[]}\u001e");
    }

    @Test
    void an_error_leaves_no_place_for_a_result() throws EncodeException {
        assertThat(encoder.encode(new Completion("1", Arguments.ofOne(1), "no")))
                .isEqualTo("{\"type\":3,\"invocationId\":\"1\",\"error\":\"no\"}\u001e");
    }

    @Test
    void arguments_that_were_read_are_written_as_they_came() throws Exception {
        String record = "{\"type\":1,\"target\":\"said\",\"arguments\":[1.50,\"\\u0041\",{\"b\":[ ]}]}\u001e";

        assertThat(encoder.encode(new HubMessageDecoder().decode(record))).isEqualTo(record);
    }

    @Test
    void a_value_that_json_does_not_have_is_refused_with_its_reason() {
        Invocation message = Invocation.of("said", List.of(1, Double.NaN));

        assertThatThrownBy(() -> encoder.encode(message))
                .isInstanceOf(EncodeException.class).hasMessage("JSON has no number NaN")
                .extracting("object").isSameAs(message);
        assertThatThrownBy(() -> new JsonHubProtocol(JsonMapping.standard()).write(message))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("JSON has no number NaN");
    }

    @Test
    void a_message_of_unknown_type_is_never_written() {
        assertThatThrownBy(() -> encoder.encode(new Unknown(99))).isInstanceOf(EncodeException.class).hasMessageContaining("99");
    }

    @Test
    void arguments_of_another_format_are_never_written() {
        Arguments foreign = new Arguments() {

            @Override
            public int count() {
                return 1;
            }

            @Override
            public Object[] bind(List<Type> types) {
                return new Object[1];
            }
        };

        assertThatThrownBy(() -> encoder.encode(new StreamItem("1", foreign))).isInstanceOf(EncodeException.class);
    }
}
