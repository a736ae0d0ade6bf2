package dev.hubcast.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTemplateTest {

    private static String name(String template, String... values) {
        return NameTemplate.of(template).name(values);
    }

    @Test
    void a_name_without_placeholders_stays() {
        assertThat(name("admins")).isEqualTo("admins");
        assertThat(name("a\\b")).isEqualTo("a\\b");
    }

    @Test
    void the_value_of_the_only_placeholder_stands_as_it_is() {
        assertThat(name("region-{region}", "north-east\\1")).isEqualTo("region-north-east\\1");
        assertThat(name("{user}", "DOMAIN\\ada")).isEqualTo("DOMAIN\\ada");
        assertThat(name("<{ a.b }>", "{x}")).isEqualTo("<{x}>");
    }

    @Test
    void placeholders_are_named_as_they_are_written_without_blanks_around() {
        assertThat(NameTemplate.of("{a}-{ b.c }.").placeholders()).containsExactly("a", "b.c");
    }

    @ParameterizedTest
    @CsvSource({"eu,bern,eu-bern", "eu-west,bern,eu\\-west-bern", "eu,west-bern,eu-west-bern", "eu\\,bern,eu\\\\-bern", "'',-,--",
        "-,'',\\--"})
    void the_text_between_two_placeholders_is_kept_out_of_the_value_before_it(String region, String city, String expected) {
        assertThat(name("{region}-{city}", region, city)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a}-{b}", "{a}--{b}", "x{a}-x-{b}-x", "{a}--{b}-{c}", "{a}-x{b}x-{c}x", "-{a}xx{b}-{c}-"})
    void no_value_reaches_the_name_of_other_values(String template) {
        List<String> pieces = texts();
        int placeholders = NameTemplate.of(template).placeholders().size();
        Map<String, List<String>> seen = new HashMap<>();
        for (List<String> values : tuples(pieces, placeholders)) {
            List<String> other = seen.put(name(template, values.toArray(String[]::new)), values);

            assertThat(other).as("%s has the name of %s", values, other).isNull();
        }
    }

    /** All texts of up to three of the characters that matter. */
    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(""));
        int from = 0;
        for (int length = 0; length < 3; length++) {
            int to = texts.size();
            for (String text : List.copyOf(texts.subList(from, to))) {
                for (String c : List.of("-", "x", "\\")) {
                    texts.add(text + c);
                }
            }
            from = to;
        }
        return texts;
    }

    private static List<List<String>> tuples(List<String> values, int length) {
        List<List<String>> tuples = List.of(List.of());
        for (int i = 0; i < length; i++) {
            tuples = tuples.stream().flatMap(tuple -> values.stream().map(value -> {
                List<String> longer = new ArrayList<>(tuple);
                longer.add(value);
                return longer;
            })).map(List::copyOf).toList();
        }
        return tuples;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"'';it is empty", "a{b;the { at 1 is never closed", "a}b;a } closes nothing",
        "{a}}-;a } closes nothing", "{a}{b};two placeholders touch", "{};a placeholder names no property",
        "{ };a placeholder names no property",
        "{a{b};a placeholder names no property", "{a}\\{b};a backslash between two placeholders"})
    void what_is_no_template_is_refused_with_the_cure(String text, String why) {
        assertThatThrownBy(() -> NameTemplate.of(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' cannot work: ").hasMessageContaining(why).hasMessageEndingWith(".");
    }

    @Test
    void every_placeholder_takes_a_value() {
        assertThatThrownBy(() -> name("{a}-{b}", "x")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("takes 2 values");
        assertThatThrownBy(() -> name("{a}", (String) null)).isInstanceOf(NullPointerException.class);
    }
}
