package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonWritingTest {

    public record Point(int x, Integer y) {}

    private record Hidden(String name, Hidden inner, Optional<List<Integer>> numbers) {}

    public static class Knot {

        public List<Knot> ends = new ArrayList<>();
    }

    enum Colour {
        RED {
            @Override
            public String toString() {
                return "blood";
            }
        }
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(null, "null"),
                Arguments.of(true, "true"),
                Arguments.of((byte) -1, "-1"),
                Arguments.of((short) 2, "2"),
                Arguments.of(Integer.MIN_VALUE, "-2147483648"),
                Arguments.of(Long.MAX_VALUE, "9223372036854775807"),
                Arguments.of(1.5, "1.5"),
                Arguments.of(-0.0, "-0.0"),
                Arguments.of(1e300, "1.0E300"),
                Arguments.of(0.1f, "0.1"),
                Arguments.of(new BigInteger("9223372036854775808"), "9223372036854775808"),
                Arguments.of(new BigDecimal("1.50"), "1.50"),
                Arguments.of(new BigDecimal("1E+999999999"), "1E+999999999"),
                Arguments.of('x', "\"x\""),
                Arguments.of('"', "\"\\\"\""),
                Arguments.of(Colour.RED, "\"RED\""),
                Arguments.of(Instant.EPOCH, "\"1970-01-01T00:00:00Z\""),
                Arguments.of(new UUID(0, 1), "\"00000000-0000-0000-0000-000000000001\""),
                Arguments.of(new byte[] {1, 2}, "\"AQI=\""),
                Arguments.of(new int[] {1, 2}, "[1,2]"),
                Arguments.of(new int[][] {{1}, {}}, "[[1],[]]"),
                Arguments.of(new Object[] {1, "a", null}, "[1,\"a\",null]"),
                Arguments.of(Arrays.asList("a", null, 1), "[\"a\",null,1]"),
                Arguments.of(new Point(1, null), "{\"x\":1,\"y\":null}"),
                Arguments.of(List.of(new Point(1, 2)), "[{\"x\":1,\"y\":2}]"),
                Arguments.of(JsonValue.NULL, "null"),
                Arguments.of(Json.createValue("a"), "\"a\""),
                Arguments.of(Json.createObjectBuilder().addNull("a").build(), "{\"a\":null}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_written_as_json(Object value, String expected) {
        assertThat(write(value)).isEqualTo(expected);
    }

    @Test
    void maps_keep_their_order_and_their_nulls() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", null);
        map.put("a", List.of());

        assertThat(write(map)).isEqualTo("{\"b\":null,\"a\":[]}");
    }

    @Test
    void big_numbers_inside_structures_are_numbers_too() {
        BigDecimal exact = new BigDecimal("0.1234567890123456789012345");

        assertThat(write(List.of(exact))).isEqualTo("[0.1234567890123456789012345]");
        assertThat(write(List.of(new BigInteger("9223372036854775808"), Long.MAX_VALUE)))
                .isEqualTo("[9223372036854775808,9223372036854775807]");
    }

    @Test
    void what_was_written_is_read_back() {
        for (Object value : List.of(Instant.parse("2026-03-01T12:30:00.123456789Z"), new UUID(7, 8), 1.1f, Double.MIN_VALUE,
                new BigDecimal("1E+3"), new Point(1, 2), "\u001e\ud800\"", 'é', Colour.RED)) {
            Class<?> type = value instanceof Colour ? Colour.class : value.getClass();
            assertThat(Bound.bind(type, write(value))).isEqualTo(value);
        }
    }

    @Test
    void an_optional_is_its_value_or_null() {
        assertThat(write(Optional.of("a"))).isEqualTo("\"a\"");
        assertThat(write(Optional.empty())).isEqualTo("null");
        assertThat(write(List.of(Optional.of(1), Optional.empty()))).isEqualTo("[1,null]");
    }

    @Test
    void the_end_of_a_record_never_stands_in_a_value() {
        assertThat(write("\u001e")).isEqualTo("\"\\u001e\"");
        assertThat(write('\u001e')).isEqualToIgnoringCase("\"\\u001e\"");
        assertThat(write(Map.of("\u001e", List.of("\u001e")))).doesNotContain("\u001e");
    }

    static Stream<Number> unwritable() {
        return Stream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Float.NaN, Float.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void what_json_has_no_number_for_is_refused_by_name(Number value) {
        assertThatThrownBy(() -> write(value))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("JSON has no number " + value);
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void it_is_refused_inside_structures_too(Number value) {
        assertThatThrownBy(() -> write(List.of(value)))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("JSON has no number " + value);
    }

    @Test
    void a_record_that_is_not_public_is_written() {
        assertThat(write(new Hidden("a", null, Optional.of(List.of(1, 2))))).isEqualTo(
                "{\"name\":\"a\",\"inner\":null,\"numbers\":[1,2]}");
        assertThat(write(Map.of("hidden", new Hidden("\ud800", new Hidden("b", null, Optional.empty()), Optional.empty())))).isEqualTo(
                "{\"hidden\":{\"name\":\"\\ud800\",\"inner\":{\"name\":\"b\",\"inner\":null,\"numbers\":null},\"numbers\":null}}");
    }

    @Test
    void arrays_of_all_kinds_are_written() {
        assertThat(write(new int[] {1, 2})).isEqualTo("[1,2]");
        assertThat(write(new Object[] {"a", null, new byte[] {1, 2, 3}})).isEqualTo("[\"a\",null,\"AQID\"]");
        assertThat(write(Set.of())).isEqualTo("[]");
    }

    @Test
    void a_list_that_holds_itself_is_refused() {
        List<Object> knot = new ArrayList<>();
        knot.add(knot);

        assertThatThrownBy(() -> write(knot)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("nested deeper than 64");
    }

    @Test
    void a_value_that_holds_itself_is_refused() {
        Knot knot = new Knot();
        knot.ends.add(knot);

        assertThatThrownBy(() -> write(knot))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A value of type " + Knot.class.getName() + " cannot be written as JSON");
    }

    private static String write(Object value) {
        StringBuilder out = new StringBuilder();
        JsonMapping.standard().write(out, value);
        return out.toString();
    }
}
