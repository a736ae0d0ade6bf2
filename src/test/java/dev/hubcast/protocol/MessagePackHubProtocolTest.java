package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.of;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages and their bytes are those of the reference's own tests ({@code MessagePackHubProtocolTests}). */
class MessagePackHubProtocolTest {

    private static final Arguments NONE = Arguments.of(List.of());

    enum Letter { ZERO, One }

    private final HubProtocol protocol = new MessagePackHubProtocol(Packed.STANDARD);

    static Stream<org.junit.jupiter.params.provider.Arguments> messages() {
        return Stream.of(
                of("lgGAo3h5eqZtZXRob2SQkA==", new Invocation("xyz", "method", NONE, List.of())),
                of("lgGAwKZtZXRob2SQkA==", Invocation.of("method", List.of())),
                of("lgGAwKZtZXRob2SRKpA=", Invocation.of("method", List.of(42))),
                of("lgGAwKZtZXRob2SSKqZzdHJpbmeQ", Invocation.of("method", List.of(42, "string"))),
                of("lgGAwKZtZXRob2SRwJA=", Invocation.of("method", Collections.singletonList(null))),
                of("lgGAwKZtZXRob2SSKqNPbmWQ", Invocation.of("method", List.of(42, Letter.One))),
                of("lgGAwKZUYXJnZXSQkatfX3Rlc3RfaWRfXw==", new Invocation(null, "Target", NONE, List.of("__test_id__"))),
                of("lgGAwKZUYXJnZXSRKpGrX190ZXN0X2lkX18=",
                        new Invocation(null, "Target", Arguments.ofOne(42), List.of("__test_id__"))),
                of("lgGAwKZUYXJnZXSQkqtfX3Rlc3RfaWRfX6xfX3Rlc3RfaWQyX18=",
                        new Invocation(null, "Target", NONE, List.of("__test_id__", "__test_id2__"))),
                of("lAKAo3h5eio=", new StreamItem("xyz", Arguments.ofOne(42))),
                of("lAKAo3h5espCKAAA", new StreamItem("xyz", Arguments.ofOne(42.0f))),
                of("lAKAo3h5eqZzdHJpbmc=", new StreamItem("xyz", Arguments.ofOne("string"))),
                of("lAKAo3h5esM=", new StreamItem("xyz", Arguments.ofOne(true))),
                of("lAKAo3h5esA=", new StreamItem("xyz", Arguments.ofOne(null))),
                of("lQOAo3h5egGwRXJyb3Igbm90IGZvdW5kIQ==", Completion.error("xyz", "Error not found!")),
                of("lAOAo3h5egI=", new Completion("xyz", null, null)),
                of("lQOAo3h5egMq", Completion.result("xyz", 42)),
                of("lQOAo3h5egPKQigAAA==", Completion.result("xyz", 42.0f)),
                of("lQOAo3h5egOmc3RyaW5n", Completion.result("xyz", "string")),
                of("lQOAo3h5egPD", Completion.result("xyz", true)),
                of("lQOAo3h5egPA", Completion.result("xyz", null)),
                of("lQOAo3h5egOjT25l", Completion.result("xyz", Letter.One)),
                of("lgSAo3h5eqZtZXRob2SQkA==", new StreamInvocation("xyz", "method", NONE, List.of())),
                of("lgSAo3h5eqZtZXRob2SRKpA=", new StreamInvocation("xyz", "method", Arguments.ofOne(42), List.of())),
                of("lgSAo3h5eqZtZXRob2SQkatfX3Rlc3RfaWRfXw==", new StreamInvocation("xyz", "method", NONE, List.of("__test_id__"))),
                of("kwWAo3h5eg==", new CancelInvocation("xyz")),
                of("kQY=", new Ping()),
                of("kwfAwg==", new Close(null, false)),
                of("kwemRXJyb3Ihwg==", new Close("Error!", false)),
                of("kwfAww==", new Close(null, true)),
                of("kwemRXJyb3Ihww==", new Close("Error!", true)),
                of("kgjNA+g=", new Ack(1000)),
                of("kgkB", new Sequence(1)));
    }

    @Test
    void it_is_binary_and_named_messagepack() {
        assertThat(protocol.name()).isEqualTo("messagepack");
        assertThat(protocol.binary()).isTrue();
        assertThat(protocol.write(new Ping()).isText()).isFalse();
        assertThat(protocol.write(new Ping()).isSequenced()).isFalse();
        assertThat(protocol.write(Invocation.of("said", List.of())).isSequenced()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_is_written_byte_for_byte_as_the_reference_does(String base64, HubMessage message) {
        assertThat(protocol.write(message).bytes()).isEqualTo(Packed.record(Base64.getDecoder().decode(base64)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void what_the_reference_writes_is_read(String base64, HubMessage message) {
        byte[] record = Packed.record(Base64.getDecoder().decode(base64));
        byte[] inside = Packed.joined(new byte[] {1, 2, 3}, record, new byte[] {4});

        HubMessage read = protocol.read(inside, 3, inside.length - 1);
        Arrays.fill(inside, (byte) 0); // nothing that was read may lie in the array

        assertThat(protocol.write(read).bytes()).isEqualTo(record);
        assertThat(read).hasSameClassAs(message);
    }

    @Test
    void a_length_goes_before_each_message() {
        assertThat(protocol.write(new Ping()).bytes()).isEqualTo(Packed.hex("02 91 06"));
        assertThat(protocol.write(Completion.result("1", "x".repeat(200))).bytes()).hasSize(210).startsWith(0xd0, 0x01);
    }

    @Test
    void headers_are_skipped() {
        String withHeaders = "lQODo0Zvb6NCYXKyS2V5V2l0aApOZXcNCkxpbmVzq1N0aWxsIFdvcmtzsVZhbHVlV2l0aE5ld0xpbmVzsEFsc28KV29ya3MNCkZpbmWj"
                + "eHl6AbBFcnJvciBub3QgZm91bmQh";

        assertThat(read(Base64.getDecoder().decode(withHeaders))).isEqualTo(Completion.error("xyz", "Error not found!"));
    }

    @Test
    void items_behind_those_that_are_known_are_ignored() {
        assertThat(read(Packed.hex("98 01 80 a3 78797a a1 6d 90 90 c3 a2 6578")))
                .isInstanceOfSatisfying(Invocation.class, call -> {
                    assertThat(call.invocationId()).isEqualTo("xyz");
                    assertThat(call.target()).isEqualTo("m");
                    assertThat(call.arguments().count()).isZero();
                });
        assertThat(read(Packed.hex("92 06 c0"))).isEqualTo(new Ping());
    }

    @Test
    void a_call_may_leave_the_ids_of_streams_out() {
        assertThat(read(Packed.hex("95 01 80 c0 a1 6d 91 01"))).isInstanceOfSatisfying(Invocation.class,
                call -> assertThat(call.streamIds()).isEmpty());
        assertThat(read(Packed.hex("95 04 80 a1 31 a1 6d 90"))).isInstanceOfSatisfying(StreamInvocation.class,
                call -> assertThat(call.streamIds()).isEmpty());
    }

    @Test
    void an_empty_invocation_id_is_none() {
        assertThat(read(Packed.hex("96 01 80 a0 a1 6d 90 90"))).isInstanceOfSatisfying(Invocation.class,
                call -> assertThat(call.invocationId()).isNull());
    }

    @Test
    void a_close_may_leave_out_whether_to_reconnect() {
        assertThat(read(Packed.hex("92 07 c0"))).isEqualTo(new Close(null, false));
        assertThat(read(Packed.hex("93 07 a0 c3"))).isEqualTo(new Close("", true));
    }

    @Test
    void a_message_of_a_later_version_is_unknown() {
        assertThat(read(Packed.hex("93 2a c0 c0"))).isEqualTo(new Unknown(42));
    }

    @Test
    void the_end_of_a_record_is_known_as_soon_as_its_length_is() {
        byte[] bytes = Packed.joined(new byte[] {9}, protocol.write(Completion.result("1", "x".repeat(200))).bytes(), new byte[] {2});
        int end = bytes.length - 1;

        assertThat(protocol.endOfRecord(bytes, 1, 1)).isEqualTo(-1);
        assertThat(protocol.endOfRecord(bytes, 1, 2)).isEqualTo(-1);
        assertThat(protocol.endOfRecord(bytes, 1, 3)).isEqualTo(end);
        assertThat(protocol.endOfRecord(bytes, 1, bytes.length)).isEqualTo(end);
        assertThat(protocol.endOfRecord(Packed.hex("ffffffff07"), 0, 5)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void several_records_are_read_out_of_one_message() {
        byte[] bytes = Packed.joined(protocol.write(new Ping()).bytes(), protocol.write(new Close("é😀", true)).bytes(),
                protocol.write(new Ack(7)).bytes());
        List<HubMessage> messages = new ArrayList<>();

        for (int from = 0; from < bytes.length;) {
            int end = protocol.endOfRecord(bytes, from, bytes.length);
            messages.add(protocol.read(bytes, from, end));
            from = end;
        }

        assertThat(messages).containsExactly(new Ping(), new Close("é😀", true), new Ack(7));
    }

    @Test
    void a_record_of_any_size_is_one_array_of_its_length() {
        for (int size = 0; size < 70_000; size = 3 * size + 1) {
            String text = "é".repeat(size);

            HubMessage read = protocol.read(protocol.write(Completion.result("1", text)).bytes(), 0,
                    protocol.write(Completion.result("1", text)).size());

            assertThat(((Completion) read).result().bind(List.of(String.class))).containsExactly(text);
        }
    }

    private HubMessage read(byte[] message) {
        byte[] record = Packed.record(message);
        return protocol.read(record, 0, record.length);
    }
}
