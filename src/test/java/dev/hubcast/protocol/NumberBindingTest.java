package dev.hubcast.protocol;

import static dev.hubcast.protocol.Bound.assertRefused;
import static dev.hubcast.protocol.Bound.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberBindingTest {

    static final List<Class<?>> INTEGERS = List.of(byte.class, short.class, int.class, long.class,
            Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);
    static final List<Class<?>> FRACTIONS = List.of(double.class, float.class, Double.class, Float.class, BigDecimal.class);
    static final List<Class<?>> PRIMITIVES = List.of(
            byte.class, short.class, int.class, long.class, double.class, float.class, boolean.class, char.class);
    static final List<Class<?>> OBJECTS = List.of(Byte.class, Short.class, Integer.class, Long.class, Double.class, Float.class,
            Boolean.class, Character.class, BigInteger.class, BigDecimal.class, String.class);

    static Stream<Arguments> bounds() {
        return Stream.of(
                Arguments.of(byte.class, Byte.class, Byte.MIN_VALUE, Byte.MAX_VALUE),
                Arguments.of(short.class, Short.class, Short.MIN_VALUE, Short.MAX_VALUE),
                Arguments.of(int.class, Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE),
                Arguments.of(long.class, Long.class, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void an_integer_reaches_to_its_bounds_and_no_further(Class<?> primitive, Class<?> boxed, Number least, Number greatest) {
        for (Class<?> type : List.of(primitive, boxed)) {
            assertThat(bind(type, least.toString())).isEqualTo(least);
            assertThat(bind(type, greatest.toString())).isEqualTo(greatest);
            assertRefused(type, new BigInteger(least.toString()).subtract(BigInteger.ONE).toString());
            assertRefused(type, new BigInteger(greatest.toString()).add(BigInteger.ONE).toString());
        }
    }

    @ParameterizedTest
    @FieldSource("INTEGERS")
    void a_fraction_an_exponent_and_a_text_are_no_integer(Class<?> type) {
        Stream.of("1.0", "1.5", "1e2", "1E0", "\"1\"", "\"\"", "true", "[1]", "{}").forEach(json -> assertRefused(type, json));
    }

    @ParameterizedTest
    @FieldSource("FRACTIONS")
    void a_text_is_no_number(Class<?> type) {
        Stream.of("\"1.5\"", "\"NaN\"", "\"Infinity\"", "false", "[1.5]").forEach(json -> assertRefused(type, json));
    }

    @ParameterizedTest
    @FieldSource("PRIMITIVES")
    void a_primitive_cannot_be_null(Class<?> type) {
        assertRefused(type, "null");
    }

    @ParameterizedTest
    @FieldSource("OBJECTS")
    void an_object_can_be_null(Class<?> type) {
        assertThat(bind(type, "null")).isNull();
    }

    @Test
    void fractions_are_read_in_every_notation() {
        for (String json : List.of("1.5", "15e-1", "0.15E+1", "1.50")) {
            assertThat(bind(double.class, json)).isEqualTo(1.5);
            assertThat(bind(Float.class, json)).isEqualTo(1.5f);
        }
        assertThat(bind(double.class, "3")).isEqualTo(3.0);
        assertThat(bind(Double.class, "-0.0")).isEqualTo(-0.0);
        assertThat(bind(BigDecimal.class, "1.50")).isEqualTo(new BigDecimal("1.50"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e309", "-1e309", "1e999999999", "1e99999999999999999999"})
    void a_fraction_out_of_range_is_refused_and_not_infinite(String json) {
        assertRefused(double.class, json);
        assertRefused(Double.class, json);
        assertRefused(float.class, json);
    }

    @Test
    void the_range_of_float_is_not_that_of_double() {
        assertRefused(float.class, "1e39");
        assertRefused(Float.class, "-3.5e38");
        assertThat(bind(double.class, "1e39")).isEqualTo(1e39);
        assertThat(bind(double.class, "1.7976931348623157e308")).isEqualTo(Double.MAX_VALUE);
        assertThat(bind(double.class, "1e-400")).isEqualTo(0.0);
    }

    @Test
    void big_numbers_are_exact() {
        assertThat(bind(BigInteger.class, "9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(bind(BigDecimal.class, "0.1234567890123456789012345")).isEqualTo(new BigDecimal("0.1234567890123456789012345"));
    }

    @Test
    void an_absurd_exponent_costs_nothing() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertRefused(BigInteger.class, "1e999999999");
            assertRefused(BigDecimal.class, "1e99999999999");
            assertRefused(long.class, "1e999999999");
            assertThat(bind(BigDecimal.class, "1e999999999")).isEqualTo(new BigDecimal("1e999999999"));
        });
    }

    @Test
    void a_big_number_has_as_many_as_a_thousand_characters() {
        String longest = "7".repeat(1_000);

        assertThat(bind(BigInteger.class, longest)).isEqualTo(new BigInteger(longest));
        assertThat(bind(BigDecimal.class, longest)).isEqualTo(new BigDecimal(longest));
        assertRefused(BigInteger.class, longest + "7");
        assertRefused(BigDecimal.class, longest + "7");
    }

    @ParameterizedTest
    @ValueSource(classes = {int.class, long.class, double.class, float.class, BigInteger.class, BigDecimal.class})
    void a_number_of_many_megabytes_costs_no_minute(Class<?> type) {
        String number = "7".repeat(4 << 20);

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertRefused(type, number));
    }

    @Test
    void booleans_are_true_and_false_and_nothing_else() {
        assertThat(bind(boolean.class, "true")).isEqualTo(true);
        assertThat(bind(Boolean.class, "false")).isEqualTo(false);
        Stream.of("0", "1", "\"true\"", "[]", "tru", "TRUE").forEach(json -> assertRefused(boolean.class, json));
    }

    @Test
    void the_number_of_arguments_must_fit() {
        JsonArguments none = new JsonArguments("", new int[0], JsonMapping.standard());

        assertThatCode(() -> none.bind(List.of())).doesNotThrowAnyException();
        assertThatThrownBy(() -> none.bind(List.of(int.class, int.class)))
                .isInstanceOf(ArgumentBindingException.class)
                .hasMessage("Invocation provides 0 argument(s) but target expects 2.");
    }
}
