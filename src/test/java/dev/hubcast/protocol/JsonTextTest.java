package dev.hubcast.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void quotes_and_backslashes_are_escaped() {
        assertThat(quote("a\"b\\c/")).isEqualTo("\"a\\\"b\\\\c/\"");
    }

    @ParameterizedTest
    @CsvSource({"0,\\u0000", "8,\\u0008", "9,\\t", "10,\\n", "12,\\u000c", "13,\\r", "30,\\u001e", "31,\\u001f"})
    void control_characters_are_escaped(int control, String expected) {
        assertThat(quote("a" + (char) control + "b")).isEqualTo("\"a" + expected + "b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "é", "\u007f", "\u2028\u2029", "<script>&'", "😀", "a😀b😀", "\ufffd\uffff"})
    void everything_else_stands_as_it_is(String text) {
        assertThat(quote(text)).isEqualTo('"' + text + '"');
    }

    @Test
    void a_lone_surrogate_is_escaped_because_it_has_no_utf_8() {
        assertThat(quote("\ud83d")).isEqualTo("\"\\ud83d\"");
        assertThat(quote("a\ud83db")).isEqualTo("\"a\\ud83db\"");
        assertThat(quote("\ude00\ud83d")).isEqualTo("\"\\ude00\\ud83d\"");
        assertThat(quote("\ud83d\ud83d\ude00")).isEqualTo("\"\\ud83d😀\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatever_is_written_is_read_back(long seed) {
        Random random = new Random(seed);
        int[] ranges = {0x20, 0x80, 0xd800, 0x10000};
        for (int i = 0; i < 5_000; i++) {
            char[] chars = new char[random.nextInt(12)];
            for (int c = 0; c < chars.length; c++) {
                chars[c] = (char) (random.nextInt(3) == 0 ? 0xd800 + random.nextInt(0x800) : random.nextInt(ranges[random.nextInt(4)]));
            }
            String text = new String(chars);
            String json = quote(text);

            assertThat(new JsonReader(json, 0, json.length()).string()).isEqualTo(text);
            assertThat(new String(json.getBytes(UTF_8), UTF_8))
                    .isEqualTo(json);
        }
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder();
        JsonText.quote(out, text);
        return out.toString();
    }
}
