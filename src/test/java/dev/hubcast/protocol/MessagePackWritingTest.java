package dev.hubcast.protocol;

import static dev.hubcast.protocol.Packed.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.protocol.Packed.Content;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.msgpack.value.ValueFactory;

/** How values go out, held to what msgpack-core itself writes. */
class MessagePackWritingTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    enum Colour {
        RED {
            @Override
            public String toString() {
                return "blood";
            }
        }
    }

    public record Point(int x, Integer y) {}

    public record Parcel(byte[] content, Instant sent, UUID id, Colour colour, BigDecimal price, Optional<Point> at) {}

    static Stream<org.junit.jupiter.params.provider.Arguments> values() {
        return Stream.of(
                value(null, packer -> packer.packNil()),
                value(true, packer -> packer.packBoolean(true)),
                value((byte) -1, packer -> packer.packByte((byte) -1)),
                value(Integer.MIN_VALUE, packer -> packer.packInt(Integer.MIN_VALUE)),
                value(Long.MAX_VALUE, packer -> packer.packLong(Long.MAX_VALUE)),
                value(1.5, packer -> packer.packDouble(1.5)),
                value(2.0, packer -> packer.packDouble(2.0)),
                value(0.1f, packer -> packer.packFloat(0.1f)),
                value(new BigInteger("18446744073709551615"), packer -> packer.packBigInteger(new BigInteger("18446744073709551615"))),
                value(new BigInteger("18446744073709551616"), packer -> packer.packString("18446744073709551616")),
                value(new BigInteger("-9223372036854775809"), packer -> packer.packString("-9223372036854775809")),
                value(new BigDecimal("1.50"), packer -> packer.packString("1.50")),
                value(new BigDecimal("1E+3"), packer -> packer.packString("1000")),
                value(new BigDecimal("1E+999999999"), packer -> packer.packString("1E+999999999")),
                value(new AtomicLong(7), packer -> packer.packInt(7)),
                value("grüße \uD83D\uDE00", packer -> packer.packString("grüße \uD83D\uDE00")),
                value('x', packer -> packer.packInt('x')),
                value(Colour.RED, packer -> packer.packString("RED")),
                value(new UUID(0, 1), packer -> packer.packString("00000000-0000-0000-0000-000000000001")),
                value(new byte[] {1, 2}, packer -> packer.packBinaryHeader(2).writePayload(new byte[] {1, 2})),
                value(NOON, packer -> packer.packTimestamp(NOON)),
                value(Date.from(NOON), packer -> packer.packTimestamp(NOON)),
                value(new java.sql.Timestamp(NOON.toEpochMilli()), packer -> packer.packTimestamp(NOON)),
                value(OffsetDateTime.parse("2026-11-25T13:00+01:00"), packer -> packer.packTimestamp(NOON)),
                value(ZonedDateTime.parse("2026-11-25T13:00+01:00[Europe/Berlin]"), packer -> packer.packTimestamp(NOON)),
                value(MoreScalars.calendar(NOON), packer -> packer.packTimestamp(NOON)),
                value(LocalDate.of(2026, 11, 25), packer -> packer.packString("2026-11-25")),
                value(LocalDateTime.of(2026, 11, 25, 12, 0), packer -> packer.packString("2026-11-25T12:00:00")),
                value(LocalTime.of(12, 0), packer -> packer.packString("12:00:00")),
                value(Duration.ofSeconds(15), packer -> packer.packString("PT15S")),
                value(TimeZone.getTimeZone("UTC"), packer -> packer.packString("UTC")),
                value(URI.create("a:b"), packer -> packer.packString("a:b")),
                value(new int[] {1, 300}, packer -> packer.packArrayHeader(2).packInt(1).packInt(300)),
                value(new Object[] {1, "a", null}, packer -> packer.packArrayHeader(3).packInt(1).packString("a").packNil()),
                value(List.of(new byte[] {7}), packer -> packer.packArrayHeader(1).packBinaryHeader(1).writePayload(new byte[] {7})),
                value(new TreeMap<>(Map.of(1, "a", 2, List.of())),
                        packer -> packer.packMapHeader(2).packInt(1).packString("a").packInt(2).packArrayHeader(0)),
                value(Optional.of("a"), packer -> packer.packString("a")),
                value(Optional.empty(), packer -> packer.packNil()),
                value(OptionalInt.of(3), packer -> packer.packInt(3)),
                value(OptionalInt.empty(), packer -> packer.packNil()),
                value(new Point(1, null), packer -> packer.packMapHeader(2).packString("x").packInt(1).packString("y").packNil()),
                value(JsonValue.NULL, packer -> packer.packNil()),
                value(Json.createValue("a"), packer -> packer.packString("a")),
                value(Json.createValue(1.5), packer -> packer.packDouble(1.5)),
                value(Json.createValue(new BigInteger("18446744073709551616")), packer -> packer.packDouble(18446744073709551616.0)),
                value(Json.createObjectBuilder().addNull("a").add("b", Json.createArrayBuilder().add(7).add(false)).build(),
                        packer -> packer.packMapHeader(2).packString("a").packNil().packString("b").packArrayHeader(2).packInt(7)
                                .packBoolean(false)));
    }

    private static org.junit.jupiter.params.provider.Arguments value(Object value, Content expected) {
        return org.junit.jupiter.params.provider.Arguments.of(value, Packed.bytes(expected));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_written_as_messagepack(Object value, byte[] expected) {
        assertThat(written(value)).isEqualTo(expected);
    }

    @Test
    void nothing_inside_an_object_goes_through_text() {
        var parcel = new Parcel(new byte[] {1, -1}, NOON, new UUID(7, 8), Colour.RED, new BigDecimal("0.10"), Optional.of(new Point(1, 2)));

        var map = Packed.read(written(List.of(parcel))).asArrayValue().get(0).asMapValue().map();

        assertThat(map.get(ValueFactory.newString("content")).asBinaryValue().asByteArray()).containsExactly(1, -1);
        assertThat(map.get(ValueFactory.newString("sent")).asTimestampValue().toInstant()).isEqualTo(NOON);
        assertThat(map.get(ValueFactory.newString("colour"))).isEqualTo(ValueFactory.newString("RED"));
        assertThat(map.get(ValueFactory.newString("at")).asMapValue().size()).isEqualTo(2);
        assertThat(Packed.bind(Parcel.class, written(parcel))).usingRecursiveComparison().isEqualTo(parcel);
    }

    @Test
    void what_was_written_is_read_back() {
        for (Object value : List.of(1, -1L, (short) 300, 1.1f, Double.MIN_VALUE, "\u001e\"", 'é', new BigDecimal("1.50"),
                new BigInteger("99999999999999999999"), NOON, Duration.ofDays(1), new UUID(7, 8), new Point(1, 2))) {
            assertThat(Packed.bind(value.getClass(), written(value))).isEqualTo(value);
        }
        assertThat(Packed.bind(Colour.class, written(Colour.RED))).isEqualTo(Colour.RED);
    }

    @Test
    void maps_keep_their_order_and_their_nulls() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", null);
        map.put("a", Arrays.asList((Object) null));

        assertThat(written(map)).isEqualTo(Packed.hex("82 a1 62 c0 a1 61 91 c0"));
    }

    @Test
    void numbers_that_json_does_not_have_are_refused_here_too() {
        for (Number number : List.of(Double.NaN, Double.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)) {
            assertThatThrownBy(() -> written(List.of(number))).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Clients cannot be sent the number " + number);
        }
    }

    record Day(@JsonbDateFormat("HH:mm") LocalDate day) {}

    record Unmakeable(@JsonbTypeAdapter(Needy.class) String value) {}

    static class Needy implements JsonbAdapter<String, String> {

        Needy(String need) {}

        @Override
        public String adaptToJson(String value) {
            return value;
        }

        @Override
        public String adaptFromJson(String value) {
            return value;
        }
    }

    /** Whoever sends counts on this exception, and answers a call by it. */
    @Test
    void whatever_goes_wrong_in_a_value_is_said_of_the_value() {
        for (Object value : List.of(new Day(LocalDate.EPOCH), new Unmakeable("a"))) {
            assertThatThrownBy(() -> written(value)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(value.getClass().getName());
        }
    }

    @Test
    void a_value_that_contains_itself_is_refused() {
        List<Object> knot = new ArrayList<>();
        knot.add(knot);

        assertThatThrownBy(() -> written(knot)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A value is nested deeper than 64.");
    }

    @Test
    void arguments_of_another_format_are_never_written() {
        var protocol = new MessagePackHubProtocol(Packed.STANDARD);
        var json = new JsonArguments("1", new int[] {0, 1}, JsonMapping.standard());

        assertThatThrownBy(() -> protocol.write(new HubMessage.StreamItem("1", json))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_message_of_unknown_type_is_never_written() {
        var protocol = new MessagePackHubProtocol(Packed.STANDARD);

        assertThatThrownBy(() -> protocol.write(new HubMessage.Unknown(99))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void large_values_are_whole() {
        List<String> lines = Stream.generate(() -> "Zwölf Boxkämpfer jagen Viktor".repeat(20)).limit(500).toList();

        assertThat(Packed.bind(new Bound.TypeOf<List<String>>() {}, written(lines))).isEqualTo(lines);
    }
}
