package dev.hubcast.protocol;

import static dev.hubcast.protocol.Packed.assertRefused;
import static dev.hubcast.protocol.Packed.bind;
import static dev.hubcast.protocol.Packed.hex;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.Bound.TypeOf;
import dev.hubcast.protocol.Packed.Content;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How values of MessagePack become parameters: as strictly as those of JSON. */
class MessagePackBindingTest {

    enum Colour { RED, GREEN }

    record Point(int x, Integer y, List<Double> more) {}

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00.000000001Z");

    @Test
    void integers_fit_exactly_whatever_their_size_on_the_wire() {
        assertThat(bind(int.class, hex("2a"))).isEqualTo(42);
        assertThat(bind(int.class, hex("d3 000000000000002a"))).isEqualTo(42);
        assertThat(bind(int.class, hex("cf 000000000000002a"))).isEqualTo(42);
        assertThat(bind(byte.class, hex("d0 80"))).isEqualTo(Byte.MIN_VALUE);
        assertThat(bind(short.class, hex("cd 7fff"))).isEqualTo(Short.MAX_VALUE);
        assertThat(bind(int.class, hex("d2 80000000"))).isEqualTo(Integer.MIN_VALUE);
        assertThat(bind(Long.class, hex("cf 7fffffffffffffff"))).isEqualTo(Long.MAX_VALUE);
        assertThat(bind(Integer.class, hex("c0"))).isNull();
    }

    @Test
    void nothing_is_converted_to_an_integer() {
        for (String other : new String[] {"c0", "c3", "a1 31", "ca 3f800000", "cb 3ff0000000000000", "91 01", "80", "c4 01 01"}) {
            assertRefused(int.class, hex(other));
        }
        assertRefused(byte.class, hex("cc 80"));
        assertRefused(short.class, hex("cd 8000"));
        assertRefused(int.class, hex("ce 80000000"));
        assertRefused(int.class, hex("d3 ffffffff7fffffff"));
        assertRefused(long.class, hex("cf 8000000000000000"));
        assertRefused(Integer.class, hex("a0"));
    }

    @Test
    void a_number_with_a_fraction_may_come_as_an_integer_because_javascript_sends_it_so() {
        assertThat(bind(double.class, hex("cb 3ff8000000000000"))).isEqualTo(1.5);
        assertThat(bind(double.class, hex("ca 3fc00000"))).isEqualTo(1.5);
        assertThat(bind(double.class, hex("03"))).isEqualTo(3.0);
        assertThat(bind(double.class, hex("cf ffffffffffffffff"))).isEqualTo(1.8446744073709552E19);
        assertThat(bind(float.class, hex("ca 3dcccccd"))).isEqualTo(0.1f);
        assertThat(bind(Float.class, hex("cb 3fb999999999999a"))).isEqualTo(0.1f);
        assertThat(bind(Double.class, hex("c0"))).isNull();
        assertRefused(double.class, hex("a1 31"));
        assertRefused(double.class, hex("c0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cb 7ff8000000000000", "cb 7ff0000000000000", "cb fff0000000000000", "ca 7fc00000", "ca ff800000"})
    void what_json_has_no_number_for_is_none_here(String value) {
        assertRefused(double.class, hex(value));
        assertRefused(float.class, hex(value));
        assertRefused(BigDecimal.class, hex(value));
        assertRefused(Object.class, hex(value));
    }

    @Test
    void a_double_past_the_range_of_float_is_refused() {
        assertRefused(float.class, (Content) packer -> packer.packDouble(1e39));
    }

    @Test
    void big_numbers_come_as_text_or_as_numbers() {
        assertThat(bind(BigDecimal.class, packer -> packer.packString("1.50"))).isEqualTo(new BigDecimal("1.50"));
        assertThat(bind(BigDecimal.class, packer -> packer.packDouble(0.1))).isEqualTo(new BigDecimal("0.1"));
        assertThat(bind(BigDecimal.class, packer -> packer.packFloat(0.1f))).isEqualTo(new BigDecimal("0.1"));
        assertThat(bind(BigDecimal.class, hex("cf ffffffffffffffff"))).isEqualTo(new BigDecimal("18446744073709551615"));
        assertThat(bind(BigInteger.class, hex("cf ffffffffffffffff"))).isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(bind(BigInteger.class, packer -> packer.packString("-18446744073709551616")))
                .isEqualTo(new BigInteger("-18446744073709551616"));
        assertThat(bind(Number.class, hex("05"))).isEqualTo(new BigDecimal(5));
        assertRefused(BigInteger.class, packer -> packer.packDouble(1));
        assertRefused(BigInteger.class, packer -> packer.packString("1.0"));
        assertRefused(BigDecimal.class, packer -> packer.packString("one"));
        assertRefused(BigDecimal.class, packer -> packer.packString("9".repeat(1001)));
    }

    @Test
    void booleans_and_text_are_what_they_are() {
        assertThat(bind(boolean.class, hex("c3"))).isEqualTo(true);
        assertThat(bind(String.class, packer -> packer.packString("grüße \uD83D\uDE00 \ufffd"))).isEqualTo("grüße \uD83D\uDE00 \ufffd");
        assertThat(bind(String.class, hex("c0"))).isNull();
        assertRefused(boolean.class, hex("01"));
        assertRefused(boolean.class, hex("c0"));
        assertRefused(String.class, hex("01"));
        assertRefused(String.class, hex("c4 01 61"));
        assertRefused(String.class, hex("a2 c328"));
    }

    @Test
    void a_character_is_text_or_the_number_that_the_reference_sends() {
        assertThat(bind(char.class, packer -> packer.packString("é"))).isEqualTo('é');
        assertThat(bind(Character.class, hex("cc e9"))).isEqualTo('é');
        assertRefused(char.class, packer -> packer.packString("ab"));
        assertRefused(char.class, packer -> packer.packInt(65536));
        assertRefused(char.class, packer -> packer.packInt(-1));
    }

    @Test
    void bytes_are_binary_and_nothing_else() {
        assertThat(bind(byte[].class, hex("c4 03 0102ff"))).isEqualTo(new byte[] {1, 2, -1});
        assertThat(bind(byte[].class, hex("c6 00000000"))).isEqualTo(new byte[0]);
        assertThat(bind(byte[].class, hex("c0"))).isNull();
        assertThat(bind(new TypeOf<List<byte[]>>() {}, hex("91 c4 01 07"))).asInstanceOf(
                org.assertj.core.api.InstanceOfAssertFactories.LIST).containsExactly(new byte[] {7});
        assertRefused(byte[].class, packer -> packer.packString("AQI="));
        assertRefused(byte[].class, hex("93 01 02 03"));
        assertRefused(byte[].class, hex("c4 03 0102"));
    }

    @Test
    void a_point_in_time_is_a_timestamp_of_any_size() {
        assertThat(bind(Instant.class, packer -> packer.packTimestamp(NOON))).isEqualTo(NOON);
        assertThat(bind(Instant.class, hex("d6 ff 58ec1c80"))).isEqualTo(Instant.parse("2017-04-11T00:00:00Z"));
        assertThat(bind(Instant.class, packer -> packer.packTimestamp(Instant.MAX))).isEqualTo(Instant.MAX);
        assertThat(bind(Instant.class, hex("c0"))).isNull();
        assertThat(bind(OffsetDateTime.class, packer -> packer.packTimestamp(NOON))).isEqualTo(NOON.atOffset(ZoneOffset.UTC));
        assertThat(bind(ZonedDateTime.class, packer -> packer.packTimestamp(NOON))).isEqualTo(NOON.atZone(ZoneOffset.UTC));
        assertThat(bind(LocalDateTime.class, packer -> packer.packTimestamp(NOON)))
                .isEqualTo(LocalDateTime.ofInstant(NOON, ZoneOffset.UTC));
        assertThat(bind(Date.class, packer -> packer.packTimestamp(NOON))).isEqualTo(Date.from(NOON));
        assertThat(((Calendar) bind(Calendar.class, packer -> packer.packTimestamp(NOON))).toInstant()).isEqualTo("2026-11-25T12:00:00Z");
    }

    @Test
    void a_point_in_time_may_come_as_text_or_as_dotnet_sends_an_offset() {
        Content local = packer -> packer.packArrayHeader(2).packTimestamp(Instant.parse("2018-04-09T00:00:00Z")).packShort((short) 600);

        assertThat(bind(Instant.class, packer -> packer.packString(NOON.toString()))).isEqualTo(NOON);
        assertThat(bind(Date.class, packer -> packer.packString("2026-11-25T12:00:00Z"))).isEqualTo(Date.from(Instant.parse("2026-11-25T12:00:00Z")));
        assertThat(bind(OffsetDateTime.class, packer -> packer.packString("2018-04-09T00:00+10:00")))
                .isEqualTo(OffsetDateTime.parse("2018-04-09T00:00+10:00"));
        assertThat(bind(OffsetDateTime.class, local)).isEqualTo(OffsetDateTime.parse("2018-04-08T14:00Z"));
        assertThat(bind(Instant.class, local)).isEqualTo(Instant.parse("2018-04-08T14:00:00Z"));
        assertRefused(Instant.class, packer -> packer.packString("noon"));
        assertRefused(Instant.class, hex("05"));
        assertRefused(Instant.class, hex("d6 01 58ec1c80"));
        assertRefused(Instant.class, hex("c7 05 ff 0102030405"));
        assertRefused(Instant.class, hex("c7 0c ff 00000000 7fffffffffffffff"));
        assertRefused(Instant.class, hex("93 d6 ff 58ec1c80 00 00"));
    }

    @Test
    void other_values_are_text() {
        UUID id = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

        assertThat(bind(UUID.class, packer -> packer.packString(id.toString()))).isEqualTo(id);
        assertThat(bind(Colour.class, packer -> packer.packString("GREEN"))).isEqualTo(Colour.GREEN);
        assertThat(bind(LocalDate.class, packer -> packer.packString("2026-11-25"))).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(bind(Duration.class, packer -> packer.packString("PT15S"))).isEqualTo(Duration.ofSeconds(15));
        assertThat(bind(URI.class, packer -> packer.packString("a:b"))).isEqualTo(URI.create("a:b"));
        assertRefused(UUID.class, packer -> packer.packString("1-1-1-1-1"));
        assertRefused(Colour.class, packer -> packer.packString("green"));
        assertRefused(Colour.class, packer -> packer.packInt(1));
        assertRefused(LocalDate.class, packer -> packer.packTimestamp(NOON));
    }

    @Test
    void collections_of_all_kinds_keep_order_nulls_and_strict_elements() {
        byte[] list = hex("93 03 c0 01");

        assertThat(bind(new TypeOf<List<Integer>>() {}, list)).isEqualTo(Arrays.asList(3, null, 1));
        assertThat(bind(new TypeOf<ArrayList<Integer>>() {}, list)).isInstanceOf(ArrayList.class).isEqualTo(Arrays.asList(3, null, 1));
        assertThat(bind(new TypeOf<LinkedList<Long>>() {}, list)).isInstanceOf(LinkedList.class).isEqualTo(Arrays.asList(3L, null, 1L));
        assertThat(bind(new TypeOf<Set<Integer>>() {}, hex("93 03 01 03"))).isEqualTo(new LinkedHashSet<>(List.of(3, 1)));
        assertThat(bind(new TypeOf<SortedSet<Integer>>() {}, hex("93 03 01 02"))).asString().isEqualTo("[1, 2, 3]");
        assertThat(bind(new TypeOf<Deque<Integer>>() {}, hex("92 03 01"))).asString().isEqualTo("[3, 1]");
        assertThat(bind(new TypeOf<EnumSet<Colour>>() {}, hex("91 a3 524544"))).isEqualTo(EnumSet.of(Colour.RED));
        assertThat(bind(new TypeOf<EnumSet<Colour>>() {}, hex("90"))).isEqualTo(EnumSet.noneOf(Colour.class));
        assertThat(bind(int[].class, hex("92 01 02"))).isEqualTo(new int[] {1, 2});
        assertThat(bind(Integer[].class, hex("92 01 c0"))).isEqualTo(new Integer[] {1, null});
        assertThat(bind(int[][].class, hex("92 91 01 90"))).isEqualTo(new int[][] {{1}, {}});
        assertThat(bind(new TypeOf<List<String>[]>() {}, hex("91 91 a1 61"))).isEqualTo(new List<?>[] {List.of("a")});
        assertThat(bind(List.class, hex("92 a1 61 c3"))).isEqualTo(List.of("a", true));
        assertThat(bind(new TypeOf<List<Integer>>() {}, hex("c0"))).isNull();
        Stream.of("91 a1 31", "91 ca 3f800000", "80", "01", "a0", "91 ce 80000000").forEach(wrong ->
                assertRefused(new TypeOf<List<Integer>>() {}.type(), hex(wrong)));
        assertRefused(int[].class, hex("91 c0"));
    }

    @Test
    void maps_have_keys_of_any_type() {
        assertThat(bind(new TypeOf<Map<String, Integer>>() {}, hex("82 a1 62 01 a1 61 c0"))).asString().isEqualTo("{b=1, a=null}");
        assertThat(bind(new TypeOf<Map<Integer, String>>() {}, hex("81 07 a1 61"))).isEqualTo(Map.of(7, "a"));
        assertThat(bind(new TypeOf<SortedMap<Long, Boolean>>() {}, hex("82 07 c3 05 c2"))).asString().isEqualTo("{5=false, 7=true}");
        assertThat(bind(new TypeOf<EnumMap<Colour, Integer>>() {}, hex("81 a3 524544 01"))).isEqualTo(Map.of(Colour.RED, 1));
        assertThat(bind(new TypeOf<ConcurrentMap<String, Integer>>() {}, hex("81 a1 61 01"))).isEqualTo(Map.of("a", 1));
        assertThat(bind(Map.class, hex("81 a1 61 01"))).isEqualTo(Map.of("a", new BigDecimal(1)));
        assertRefused(new TypeOf<Map<Integer, String>>() {}.type(), hex("81 a1 37 a1 61"));
        assertRefused(new TypeOf<Map<String, String>>() {}.type(), hex("81 01 a1 61"));
        assertRefused(new TypeOf<Map<String, String>>() {}.type(), hex("92 a1 61 a1 61"));
    }

    @Test
    void an_optional_is_empty_for_null() {
        assertThat(bind(new TypeOf<Optional<String>>() {}, hex("c0"))).isEqualTo(Optional.empty());
        assertThat(bind(new TypeOf<Optional<Integer>>() {}, hex("01"))).isEqualTo(Optional.of(1));
        assertThat(bind(OptionalInt.class, hex("01"))).isEqualTo(OptionalInt.of(1));
        assertThat(bind(OptionalInt.class, hex("c0"))).isEqualTo(OptionalInt.empty());
        assertRefused(new TypeOf<Optional<Integer>>() {}.type(), hex("a1 31"));
    }

    @Test
    void names_of_components_are_read_in_any_case_and_unknown_ones_skipped() {
        byte[] point = Packed.bytes(packer -> packer.packMapHeader(4)
                .packString("X").packInt(1)
                .packString("other").packMapHeader(1).packString("y").packArrayHeader(1).packNil()
                .packString("Y").packInt(2)
                .packString("MORE").packArrayHeader(1).packInt(3));

        assertThat(bind(Point.class, point)).isEqualTo(new Point(1, 2, List.of(3.0)));
        assertThat(bind(Point.class, hex("80"))).isEqualTo(new Point(0, null, null));
        assertThat(bind(Point.class, hex("c0"))).isNull();
        assertRefused(Point.class, hex("81 a1 78 c0"));
        assertRefused(Point.class, hex("81 01 01"));
        assertRefused(Point.class, hex("90"));
    }

    @Test
    void what_has_no_type_becomes_what_json_binding_makes_of_it() {
        byte[] all = Packed.bytes(packer -> packer.packMapHeader(4)
                .packString("number").packDouble(1.5)
                .packString("bytes").packBinaryHeader(1).writePayload(new byte[] {1})
                .packString("at").packTimestamp(NOON)
                .packString("list").packArrayHeader(2).packNil().packBoolean(true));

        Map<?, ?> map = (Map<?, ?>) bind(Object.class, all);

        assertThat(map.get("number")).isEqualTo(new BigDecimal("1.5"));
        assertThat(map.get("bytes")).isEqualTo(new byte[] {1});
        assertThat(map.get("at")).isEqualTo(NOON);
        assertThat(map.get("list")).isEqualTo(Arrays.asList(null, true));
    }

    @Test
    void a_json_value_is_what_the_same_would_be_in_json() {
        byte[] all = Packed.bytes(packer -> packer.packMapHeader(5)
                .packString("number").packDouble(1.5)
                .packString("big").packBigInteger(new BigInteger("18446744073709551615"))
                .packString("bytes").packBinaryHeader(2).writePayload(new byte[] {1, 2})
                .packString("at").packTimestamp(NOON)
                .packInt(7).packArrayHeader(3).packNil().packBoolean(true).packString("a"));

        assertThat(bind(JsonObject.class, all)).hasToString("{\"number\":1.5,\"big\":18446744073709551615,\"bytes\":\"AQI=\",\"at\":\"" + NOON
                + "\",\"7\":[null,true,\"a\"]}");
        assertThat(bind(JsonValue.class, hex("c0"))).isEqualTo(JsonValue.NULL);
        assertThat(bind(JsonArray.class, hex("91 05"))).isEqualTo(Json.createArrayBuilder().add(5).build());
        assertRefused(JsonObject.class, hex("90"));
    }
}
