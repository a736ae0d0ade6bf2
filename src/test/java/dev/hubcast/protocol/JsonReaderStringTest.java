package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderStringTest {

    @Test
    void every_escape_is_taken_off() {
        assertThat(string("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00E9\\u00e9\\ud83d\\ude00\"")).isEqualTo("\"\\/\b\f\n\r\tAéé😀");
    }

    @Test
    void what_stands_around_an_escape_is_kept() {
        assertThat(string("\"before\\nafter\"")).isEqualTo("before\nafter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud83d\"", "\"\\ude00\"", "\"\\ude00\\ud83d\"", "\"a\\udfffb\""})
    void a_lone_surrogate_comes_back_as_it_was(String json) {
        StringBuilder out = new StringBuilder();
        JsonText.quote(out, string(json));

        assertThat(out.toString()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"a", "\"\\", "\"\\\"", "\"\\u", "\"\\u12\"", "\"\\u123g\"", "\"\\u+123\"",
        "\"\\u\uff11\uff11\uff11\uff11\"", "\"\\U0041\"", "\"\\a\"", "\"\\'\"", "\"\\x41\"", "\"\\0\"", "a", "'a'", "1", "null", ""})
    void what_is_no_string_is_refused(String json) {
        assertThatThrownBy(() -> {
            JsonReader reader = new JsonReader(json, 0, json.length());
            reader.string();
            reader.end();
        }).isInstanceOf(JsonSyntaxException.class);
    }

    @ParameterizedTest
    @MethodSource
    void a_control_character_must_be_escaped(char control) {
        assertThatThrownBy(() -> string("\"a" + control + "\"")).isInstanceOf(JsonSyntaxException.class);
        assertThatThrownBy(() -> string("\"\\n" + control + "\"")).isInstanceOf(JsonSyntaxException.class);
        assertThat(string("\"\\u%04x\"".formatted((int) control))).isEqualTo(String.valueOf(control));
    }

    static Stream<Character> a_control_character_must_be_escaped() {
        return IntStream.range(0, 0x20).mapToObj(code -> (char) code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u007f", "\u0080", "\u2028", "\u2029", "\ufeff", "\ufffd"})
    void other_odd_characters_may_stand_as_they_are(String odd) {
        assertThat(string("\"" + odd + "\"")).isEqualTo(odd);
        assertThat(string("\"\\n" + odd + "\"")).isEqualTo("\n" + odd);
    }

    @Test
    void a_long_string_of_escapes_is_read() {
        assertThat(string("\"" + "\\n".repeat(500_000) + "\"")).hasSize(500_000).containsOnlyWhitespaces();
    }

    private static String string(String json) {
        return new JsonReader(json, 0, json.length()).string();
    }
}
