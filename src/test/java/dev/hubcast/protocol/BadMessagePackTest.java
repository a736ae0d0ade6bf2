package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hubcast.protocol.HubMessage.Completion;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.HubMessage.StreamInvocation;
import dev.hubcast.protocol.HubMessage.StreamItem;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbNumberFormat;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks a rule, and what is said of it; most are the reference's own cases ({@code MessagePackHubProtocolTestBase}). */
class BadMessagePackTest {

    private final HubProtocol protocol = new MessagePackHubProtocol(Packed.STANDARD);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "                                  | Reading the array of a message failed.",
        "06                                | Reading the array of a message failed.",
        "c1                                | Reading the array of a message failed.",
        "dd 7fffffff 06                    | Reading the array of a message failed.",
        "dd ffffffff 06                    | Reading the array of a message failed.",
        "90                                | Reading 'messageType' as Int32 failed.",
        "91 a3 666f6f                      | Reading 'messageType' as Int32 failed.",
        "91 cf 0000000100000000            | Reading 'messageType' as Int32 failed.",
        "91 cb 4018000000000000            | Reading 'messageType' as Int32 failed.",
        "92 01 a3 666f6f                   | Reading map length for 'headers' failed.",
        "92 01 df 7fffffff                 | Reading map length for 'headers' failed.",
        "92 01 82 2a a3 666f6f             | Reading 'headers[0].Key' as String failed.",
        "92 01 82 a3 666f6f 2a             | Reading 'headers[0].Value' as String failed.",
        "92 01 82 a3 666f6f a3 666f6f 90 a3 666f6f       | Reading 'headers[1].Key' as String failed.",
        "92 01 82 a3 666f6f a3 666f6f a3 666f6f 90       | Reading 'headers[1].Value' as String failed.",
        "92 01 81 a0 a1 61                 | Null or empty key in header.",
        "92 01 81 a1 61 c0                 | Null or empty value in header.",
        "92 01 80                          | Reading 'invocationId' as String failed.",
        "91 01 80 c2                       | Reading 'invocationId' as String failed.",
        "93 01 80 c4 01 61                 | Reading 'invocationId' as String failed.",
        "93 01 80 a3 616263                | Reading 'target' as String failed.",
        "94 01 80 a3 616263 2a             | Reading 'target' as String failed.",
        "94 01 80 a3 616263 a5 61          | Reading 'target' as String failed.",
        "94 01 80 a3 616263 a2 c328        | Reading 'target' as String failed.",
        "94 01 80 a3 616263 db 7fffffff    | Reading 'target' as String failed.",
        "94 01 80 a3 616263 c0             | Null or empty target for Invocation message.",
        "96 01 80 c0 a1 61 90 2a           | Reading array length for 'streamIds' failed.",
        "96 01 80 c0 a1 61 90 91 2a        | Reading 'streamIds' as String failed.",
        "96 01 80 c0 a1 61 90 91 a0        | Null or empty value in streamIds received.",
        "96 01 80 c0 a1 61 90 dd 7fffffff  | Reading array length for 'streamIds' failed.",
        "92 04 80                          | Reading 'invocationId' as String failed.",
        "95 04 80 c0 a1 61 90              | Null or empty invocation ID for StreamInvocation message.",
        "94 04 80 a1 61 a0                 | Null or empty target for StreamInvocation message.",
        "92 02 80                          | Reading 'invocationId' as String failed.",
        "94 02 80 a0 01                    | Null or empty invocation ID for StreamItem message.",
        "92 03 80                          | Reading 'invocationId' as String failed.",
        "94 03 80 c0 02                    | Null or empty invocation ID for Completion message.",
        "94 03 80 a3 78797a a3 78797a      | Reading 'resultKind' as Int32 failed.",
        "94 03 80 a3 78797a 2a             | Invalid invocation result kind.",
        "94 03 80 a3 78797a 01             | Reading 'error' as String failed.",
        "95 03 80 a3 78797a 01 2a          | Reading 'error' as String failed.",
        "93 05 80 c0                       | Null or empty invocation ID for CancelInvocation message.",
        "91 07                             | Reading 'error' as String failed.",
        "93 07 c0 01                       | Reading 'allowReconnect' as Boolean failed.",
        "91 08                             | Reading 'sequenceId' as Int64 failed.",
        "92 08 a1 31                       | Reading 'sequenceId' as Int64 failed.",
        "92 09 cf ffffffffffffffff         | Reading 'sequenceId' as Int64 failed.",
    })
    void a_message_that_breaks_a_rule_ends_the_connection(String message, String rule) {
        byte[] record = Packed.record(message == null ? new byte[0] : Packed.hex(message));

        assertThatThrownBy(() -> protocol.read(record, 0, record.length)).isInstanceOf(ProtocolException.class).hasMessage(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "94 01 80 a3 616263 a3 78797a                 | Reading array length for 'arguments' failed.",
        "95 01 80 a3 616263 a3 78797a 2a              | Reading array length for 'arguments' failed.",
        "95 01 80 a3 616263 a3 78797a c0              | Reading array length for 'arguments' failed.",
        "95 01 80 a3 616263 a3 78797a dd 7fffffff     | Reading array length for 'arguments' failed.",
        "95 01 80 a3 616263 a3 78797a 90              | Invocation provides 0 argument(s) but target expects 1.",
        "95 01 80 a3 616263 a3 78797a 92 a1 61 a1 62  | Invocation provides 2 argument(s) but target expects 1.",
        "95 01 80 a3 616263 a3 78797a 91 2a           | Error binding argument 1.",
        "95 01 80 a3 616263 a3 78797a 91 db 7fffffff  | Error binding argument 1.",
        "95 01 80 a3 616263 a3 78797a 91 c1           | Error binding argument 1.",
        "95 01 80 a3 616263 a3 78797a 92 01 c1        | Error binding argument 2.",
        "96 01 80 a3 616263 a3 78797a 91 dd 7fffffff 91 a1 31 | Error binding argument 1.",
        "95 01 80 a3 616263 a3 78797a 91 c9 7fffffff ff | Error binding argument 1.",
    })
    void arguments_that_do_not_fit_fail_their_call_alone(String message, String failure) {
        byte[] call = Packed.record(Packed.hex(message));
        byte[] streaming = call.clone();
        streaming[2] = 4;

        assertThatThrownBy(() -> ((Invocation) protocol.read(call, 0, call.length)).arguments().bind(List.of(String.class)))
                .isInstanceOf(ArgumentBindingException.class).hasMessageStartingWith(failure);
        assertThatThrownBy(() -> ((StreamInvocation) protocol.read(streaming, 0, call.length)).arguments().bind(List.of(String.class)))
                .isInstanceOf(ArgumentBindingException.class).hasMessageStartingWith(failure);
    }

    @Test
    void an_item_or_result_that_is_missing_fails_what_waits_for_it() {
        byte[] item = Packed.record(Packed.hex("93 02 80 a1 31"));
        byte[] result = Packed.record(Packed.hex("94 03 80 a1 31 03"));

        assertThatThrownBy(() -> ((StreamItem) protocol.read(item, 0, item.length)).item().bind(List.of(String.class)))
                .isInstanceOf(ArgumentBindingException.class);
        assertThatThrownBy(() -> ((Completion) protocol.read(result, 0, result.length)).result().bind(List.of(String.class)))
                .isInstanceOf(ArgumentBindingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd 7fffffff", "df 7fffffff", "db 7fffffff", "c6 7fffffff", "c9 7fffffff ff", "df 40000000", "dd 00010000"})
    void what_is_only_announced_takes_no_memory(String value) {
        byte[] huge = Packed.hex(value);
        byte[] record = Packed.record(Packed.joined(Packed.hex("95 01 80 c0 a1 61 91"), huge));
        Object[] types = {byte[].class, String.class, List.class, int[].class, java.util.Map.class, Object.class};
        for (Object type : types) { // classes are loaded first
            catchThrowable(() -> Packed.bind((Class<?>) type, huge));
        }

        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        protocol.read(record, 0, record.length);
        for (Object type : types) {
            Packed.assertRefused((Class<?>) type, huge);
        }

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2_000_000);
    }

    record Order(@JsonbNumberFormat("#0") BigInteger pieces, @JsonbNumberFormat("#0.0") BigDecimal weight,
            @JsonbNumberFormat("#0.0") double price, @JsonbNumberFormat("#0.0") float discount) {}

    /** With more noughts than these the first of them would keep a processor busy for minutes. */
    @ParameterizedTest
    @CsvSource({"pieces, 1E99999", "pieces, 1E-99999", "weight, 1E99999", "price, 1E400", "discount, -1E40"})
    void a_number_that_is_short_to_say_and_long_to_hold_is_refused(String component, String number) {
        Packed.assertRefused(Order.class, packer -> packer.packMapHeader(1).packString(component).packString(number));
    }

    @Test
    void a_number_in_a_form_of_its_own_is_no_longer_than_others() {
        Packed.assertRefused(Order.class, packer -> packer.packMapHeader(1).packString("pieces").packString("9".repeat(1_001)));
        assertThat(Packed.bind(Order.class, packer -> packer.packMapHeader(3)
                .packString("pieces").packString("9".repeat(1_000))
                .packString("weight").packString("1E3")
                .packString("price").packString("1E300")))
                .isEqualTo(new Order(new BigInteger("9".repeat(1_000)), new BigDecimal("1E3"), 1e300, 0));
    }

    /** Keys of equal hash that no tree can order would each be compared with all the others. */
    @ParameterizedTest
    @ValueSource(strings = {"81 90 01", "81 80 01", "81 c4 01 07 01", "91 81 92 01 02 01"})
    void what_is_no_single_value_is_no_key_where_no_type_asks_for_it(String map) {
        Packed.assertRefused(Object.class, Packed.hex(map));
        Packed.assertRefused(JsonValue.class, Packed.hex(map));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7fffffffffffffff", "8000000000000000", "0444444444444445"})
    void an_offset_out_of_all_range_is_refused(String minutes) {
        Packed.assertRefused(OffsetDateTime.class, Packed.hex("92 d6 ff 58ec1c80 d3 " + minutes));
    }

    @Test
    void values_may_be_nested_as_deep_as_in_json_and_no_deeper() {
        String open = "91".repeat(ValueInput.MAX_DEPTH - 1);

        Packed.bind(Object.class, Packed.hex(open + "90"));
        Packed.assertRefused(Object.class, Packed.hex(open + "91 90"));
        Packed.assertRefused(String.class, Packed.hex("91".repeat(30_000) + "90"));
        byte[] call = Packed.record(Packed.hex("95 01 80 c0 a1 61 91" + "81 01".repeat(10_000) + "c0"));
        assertThat(protocol.read(call, 0, call.length)).isInstanceOfSatisfying(Invocation.class,
                read -> assertThatThrownBy(() -> read.arguments().bind(List.of(Object.class))).isInstanceOf(ArgumentBindingException.class));
    }

    /** Repeatable: the seed is part of the failure's description. */
    @Test
    void random_bytes_are_a_message_or_a_broken_rule_and_nothing_else() {
        for (long seed = 0; seed < 20_000; seed++) {
            byte[] bytes = random(new Random(seed));
            byte[] record = Packed.record(bytes);

            Throwable failure = catchThrowable(() -> bindAll(protocol.read(record, 0, record.length)));

            assertThat(failure == null || failure instanceof ProtocolException || failure instanceof ArgumentBindingException)
                    .as("seed %d, %s: %s", seed, HexFormat.of().formatHex(bytes), failure).isTrue();
        }
    }

    /** Half of them begin as a call does. */
    private static byte[] random(Random random) {
        byte[] bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        return random.nextBoolean() ? bytes : Packed.joined(Packed.hex("95 01 80 c0 a1 61 91"), bytes);
    }

    private static void bindAll(HubMessage message) {
        if (message instanceof Invocation call) {
            call.arguments().bind(java.util.Collections.nCopies(call.arguments().count(), Object.class));
        }
    }
}
