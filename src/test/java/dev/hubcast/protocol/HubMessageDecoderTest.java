package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import jakarta.websocket.DecodeException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubMessageDecoderTest {

    private final HubMessageDecoder decoder = new HubMessageDecoder();

    @ParameterizedTest
    @ValueSource(strings = {
        "{'type':1,'invocationId':'7','target':'say','arguments':['a',[true]],'streamIds':['s']}",
        "{'arguments':['a',[true]],'target':'say','streamIds':['s'],'invocationId':'7','type':1}",
        " { 'streamIds' : [ 's' ] , 'arguments' : [ 'a' , [true] ] , 'type' : 1 , 'target' : 'say' , 'invocationId' : '7' } ",
        "{'headers':{'type':'2','x':null},'type':1,'invocationId':'7','more':{'type':9},'target':'say','arguments':['a',[true]],"
                + "'streamIds':['s'],'error':'ignored','item':1}"})
    void a_call_is_read_whatever_the_order_of_its_properties(String json) throws DecodeException {
        Invocation call = (Invocation) decode(json);

        assertThat(call.invocationId()).isEqualTo("7");
        assertThat(call.target()).isEqualTo("say");
        assertThat(call.streamIds()).containsExactly("s");
        assertThat(call.arguments().count()).isEqualTo(2);
        assertThat((Object) call.arguments().bind(List.of(String.class, boolean[].class)))
                .usingRecursiveComparison().isEqualTo(new Object[] {"a", new boolean[] {true}});
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'invocationId':null,", "'invocationId':'',"})
    void a_call_without_an_id_wants_no_answer(String id) throws DecodeException {
        assertThat(decode("{'type':1," + id + "'target':'say','arguments':[]}"))
                .isInstanceOfSatisfying(Invocation.class, call -> {
                    assertThat(call.invocationId()).isNull();
                    assertThat(call.streamIds()).isEmpty();
                    assertThat(call.arguments().count()).isZero();
                });
    }

    @Test
    void a_call_of_many_arguments_keeps_them_all() throws DecodeException {
        Invocation call = (Invocation) decode("{'type':1,'target':'say','arguments':[1" + ",1".repeat(99) + "]}");

        assertThat(call.arguments().count()).isEqualTo(100);
        assertThat(call.arguments().bind(Collections.nCopies(100, int.class))).containsOnly(1);
    }

    @Test
    void a_call_for_a_stream_is_read() throws DecodeException {
        assertThat(decode("{'type':4,'target':'count','invocationId':'1','arguments':[5],'streamIds':null}"))
                .isInstanceOfSatisfying(StreamInvocation.class, call -> {
                    assertThat(call.invocationId()).isEqualTo("1");
                    assertThat(call.target()).isEqualTo("count");
                    assertThat(call.arguments().bind(List.of(int.class))).containsExactly(5);
                    assertThat(call.streamIds()).isEmpty();
                });
    }

    @Test
    void an_item_is_read_also_if_it_is_null() throws DecodeException {
        assertThat(((StreamItem) decode("{'type':2,'invocationId':'1','item':'x'}")).item().bind(List.of(String.class)))
                .containsExactly("x");
        assertThat(((StreamItem) decode("{'item':null,'invocationId':'1','type':2}")).item().bind(List.of(String.class)))
                .containsExactly((Object) null);
    }

    @Test
    void a_completion_has_a_result_an_error_or_neither() throws DecodeException {
        Completion result = (Completion) decode("{'type':3,'invocationId':'1','result':42}");
        assertThat(result.result().bind(List.of(int.class))).containsExactly(42);
        assertThat(result.error()).isNull();

        Completion nothing = (Completion) decode("{'type':3,'invocationId':'1','result':null,'error':null}");
        assertThat(nothing.result().bind(List.of(Integer.class))).containsExactly((Object) null);

        assertThat(decode("{'type':3,'invocationId':'1','error':'no'}")).isEqualTo(new Completion("1", null, "no"));
        assertThat(decode("{'type':3,'invocationId':'1'}")).isEqualTo(new Completion("1", null, null));
    }

    @Test
    void what_has_no_arguments_is_read() throws DecodeException {
        assertThat(decode("{'invocationId':'1','type':5}")).isEqualTo(new CancelInvocation("1"));
        assertThat(decode("{'type':6}")).isEqualTo(new Ping());
        assertThat(decode("{'type':7}")).isEqualTo(new Close(null, false));
        assertThat(decode("{'type':7,'error':null,'allowReconnect':null}")).isEqualTo(new Close(null, false));
        assertThat(decode("{'allowReconnect':true,'error':'bad','type':7}")).isEqualTo(new Close("bad", true));
    }

    @Test
    void acknowledgements_and_sequences_have_a_number() throws DecodeException {
        assertThat(decode("{'sequenceId':12345678901,'type':8}")).isEqualTo(new Ack(12_345_678_901L));
        assertThat(decode("{'type':9,'sequenceId':1}")).isEqualTo(new Sequence(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "99", "-1", "2147483648", "9223372036854775807"})
    void a_type_that_nobody_knows_is_told_as_such(String type) throws DecodeException {
        assertThat(decode("{'type':" + type + ",'sequenceId':1,'target':null}")).isInstanceOf(Unknown.class);
    }

    @Test
    void of_a_property_that_comes_twice_the_last_counts() throws DecodeException {
        assertThat(decode("{'type':6,'type':7,'error':'a','error':'b'}")).isEqualTo(new Close("b", false));
        assertThatCode(() -> decode("{" + "'x':1,".repeat(10_000) + "'type':6}")).doesNotThrowAnyException();
    }

    @Test
    void names_of_properties_have_their_case() {
        assertThatThrownBy(() -> decode("{'Type':6}")).hasMessage("Missing required property 'type'.");
    }

    @Test
    void the_record_may_come_with_or_without_its_end() throws DecodeException {
        assertThat(decoder.decode("{\"type\":6}\u001e")).isEqualTo(new Ping());
        assertThat(decoder.decode("{\"type\":6}")).isEqualTo(new Ping());
        assertThatThrownBy(() -> decoder.decode("{\"type\":6}\u001e\u001e")).isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> decoder.decode("{\"type\":6}\u001e{\"type\":6}\u001e")).isInstanceOf(DecodeException.class);
    }

    @Test
    void only_what_begins_as_an_object_may_be_a_record() {
        assertThat(decoder.willDecode("{\"type\":6}\u001e")).isTrue();
        assertThat(decoder.willDecode(" \n{")).isTrue();
        assertThat(decoder.willDecode("[1]")).isFalse();
        assertThat(decoder.willDecode("")).isFalse();
    }

    private HubMessage decode(String json) throws DecodeException {
        return decoder.decode(json.replace('\'', '"'));
    }
}
