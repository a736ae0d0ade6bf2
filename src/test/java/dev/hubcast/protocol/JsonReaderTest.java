package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static final int MEGABYTE = 1 << 20;

    @Test
    void an_object_is_walked_through_member_by_member() {
        JsonReader reader = reader(" { \"a\" : 1 , \"b\" : [ true , null ] } ");

        assertThat(reader.open('{')).isTrue();
        assertThat(reader.name()).isEqualTo("a");
        assertThat(reader.integer()).isEqualTo(1);
        assertThat(reader.more('{')).isTrue();
        assertThat(reader.name()).isEqualTo("b");
        assertThat(reader.open('[')).isTrue();
        assertThat(reader.bool()).isTrue();
        assertThat(reader.more('[')).isTrue();
        assertThat(reader.takeNull()).isTrue();
        assertThat(reader.more('[')).isFalse();
        assertThat(reader.more('{')).isFalse();
        assertThatCode(reader::end).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{ }", " {\n} "})
    void an_empty_object_has_no_first_member(String text) {
        JsonReader reader = reader(text);

        assertThat(reader.open('{')).isFalse();
        assertThatCode(reader::end).doesNotThrowAnyException();
    }

    @Test
    void a_null_is_taken_only_where_there_is_one() {
        JsonReader reader = reader("1");

        assertThat(reader.takeNull()).isFalse();
        assertThat(reader.integer()).isEqualTo(1);
        assertThatThrownBy(() -> reader("nul").takeNull()).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void nothing_is_read_beyond_the_given_end() {
        assertThatThrownBy(() -> new JsonReader("true", 0, 3).skip()).isInstanceOf(JsonSyntaxException.class);
        assertThatThrownBy(() -> new JsonReader("\"ab\"", 0, 3).string()).isInstanceOf(JsonSyntaxException.class);
        assertThatThrownBy(() -> new JsonReader("\"\\u00e9\"", 0, 5).string()).isInstanceOf(JsonSyntaxException.class);
        assertThat(new JsonReader("1234", 1, 3).number()).isEqualTo("23");
        assertThat(new JsonReader("12", 0, 0).peek()).isEqualTo((char) 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1 2", "[1]]", "{}x", "1,", "null\u0000", "\u0000", "\ufeff{}", "/**/1", "'a'", "NaN", "Infinity",
        "+1", "01", "-", "1.", ".5", "1e", "1e+", "0x10", "1_0", "[1,]", "[,1]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "{\"a\"}", "[1}",
        "{\"a\":1]", "True", "nulll", "[\u00a01]", "\u0663"})
    void what_is_no_json_is_refused(String text) {
        assertThatThrownBy(() -> {
            JsonReader reader = reader(text);
            reader.skip();
            reader.end();
        }).isInstanceOf(JsonSyntaxException.class);
    }

    @ParameterizedTest
    @CsvSource({"[,]", "'{\"a\":',}"})
    void nesting_of_64_levels_is_read_and_65_is_not(String open, String close) {
        String atLimit = open.repeat(JsonReader.MAX_DEPTH) + "1" + close.repeat(JsonReader.MAX_DEPTH);

        assertThatCode(() -> reader(atLimit).skip()).doesNotThrowAnyException();
        assertThatThrownBy(() -> reader(open + atLimit + close).skip())
                .isInstanceOf(JsonSyntaxException.class).hasMessage("nested deeper than 64");
    }

    @Test
    void empty_and_closed_levels_do_not_count() {
        String wide = "[" + "[],{},[[]],".repeat(10_000) + "1]";

        assertThatCode(() -> reader(wide).skip()).doesNotThrowAnyException();
    }

    @Test
    void an_empty_level_beyond_the_limit_is_refused() {
        String tooDeep = "[".repeat(JsonReader.MAX_DEPTH + 1) + "]".repeat(JsonReader.MAX_DEPTH + 1);

        assertThatThrownBy(() -> reader(tooDeep).skip()).isInstanceOf(JsonSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void nesting_of_100_000_levels_is_refused_without_a_stack_overflow(String open) {
        assertThatThrownBy(() -> reader(open.repeat(100_000)).skip()).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void a_number_of_a_megabyte_is_skipped_and_is_no_integer() {
        String digits = "7".repeat(MEGABYTE);

        assertThatCode(() -> {
            JsonReader reader = reader("-" + digits + "." + digits + "e" + digits);
            reader.skip();
            reader.end();
        }).doesNotThrowAnyException();
        assertThatThrownBy(() -> reader(digits).integer()).isInstanceOf(JsonSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "9223372036854775807", "-9223372036854775808"})
    void integers_reach_as_far_as_long(String text) {
        assertThat(reader(text).integer()).isEqualTo(Long.parseLong(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "1.0", "1e2", "\"1\"", "null", "true", "[1]", ""})
    void what_is_no_integer_is_refused(String text) {
        assertThatThrownBy(() -> reader(text).integer()).isInstanceOf(JsonSyntaxException.class);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2147483648,2147483647", "-2147483649,-2147483648", "9223372036854775807,2147483647"})
    void a_clamped_integer_is_the_nearest_that_int_can_hold(String text, int expected) {
        assertThat(reader(text).clampedInteger()).isEqualTo(expected);
    }

    @Test
    void a_decimal_keeps_its_scale() {
        assertThat(reader("1.50").decimal()).isEqualTo(new BigDecimal("1.50"));
    }

    @Test
    void a_refusal_tells_nothing_of_the_text() {
        assertThatThrownBy(() -> reader("{\"secret\" secret}").skip()).message().doesNotContain("secret");
        assertThatThrownBy(() -> reader("[\"\\secret\"]").skip()).message().doesNotContain("secret");
    }

    private static JsonReader reader(String text) {
        return new JsonReader(text, 0, text.length());
    }
}
