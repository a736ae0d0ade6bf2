package dev.hubcast.protocol;

import static dev.hubcast.protocol.Bound.assertRefused;
import static dev.hubcast.protocol.Bound.bind;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that JSON has as text. */
class TextBindingTest {

    enum Colour {
        RED, GREEN {
            @Override
            public String toString() {
                return "the colour of grass";
            }
        }
    }

    static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of(Instant.class, "2026-03-01T12:30:00.123456789Z", Instant.parse("2026-03-01T12:30:00.123456789Z")),
                Arguments.of(LocalDate.class, "2024-02-29", LocalDate.of(2024, 2, 29)),
                Arguments.of(LocalTime.class, "23:59:59.5", LocalTime.of(23, 59, 59, 500_000_000)),
                Arguments.of(LocalDateTime.class, "2026-03-01T12:30", LocalDateTime.of(2026, 3, 1, 12, 30)),
                Arguments.of(OffsetDateTime.class, "2026-03-01T12:30:00+05:30", OffsetDateTime.parse("2026-03-01T12:30:00+05:30")),
                Arguments.of(ZonedDateTime.class, "2026-03-01T12:30:00+01:00[Europe/Paris]",
                        ZonedDateTime.parse("2026-03-01T12:30:00+01:00[Europe/Paris]")),
                Arguments.of(Duration.class, "PT1H30M", Duration.ofMinutes(90)),
                Arguments.of(Period.class, "P1Y2M3D", Period.of(1, 2, 3)));
    }

    @ParameterizedTest
    @MethodSource("times")
    void a_time_is_read_in_its_iso_form(Class<?> type, String text, Object expected) {
        assertThat(bind(type, '"' + text + '"')).isEqualTo(expected);
        assertThat(bind(type, "null")).isNull();
    }

    @ParameterizedTest
    @MethodSource("times")
    void a_time_in_another_form_is_refused(Class<?> type, String text) {
        Stream.of("\"\"", "\"yesterday\"", "\"01.03.2026\"", "\"2026-02-30\"", "\"" + text + " \"", "0", "1772368200000", "true", "{}",
                "[]")
                .forEach(json -> assertRefused(type, json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"})
    void a_uuid_is_read_in_either_case(String text) {
        assertThat(bind(UUID.class, '"' + text + '"')).isEqualTo(UUID.fromString(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "123e4567-e89b-12d3-a456-42661417400", "123e4567-e89b-12d3-a456-4266141740000",
        "123e4567e89b12d3a456426614174000", "{123e4567-e89b-12d3-a456-42661417400}", "123e4567-e89b-12d3-a456-42661417400g",
        "00000000-0000-0000-00000-00000000000", "0000000-00000-0000-0000-000000000000", "+23e4567-e89b-12d3-a456-426614174000",
        "123e4567-e89b-12d3-a456-+26614174000", "------------------------------------"})
    void what_is_not_quite_a_uuid_is_refused(String text) {
        assertRefused(UUID.class, '"' + text + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AQID/+8=", "AQ==", "AAAA"})
    void bytes_are_base64(String base64) {
        assertThat((byte[]) bind(byte[].class, '"' + base64 + '"')).isEqualTo(Base64.getDecoder().decode(base64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"A\"", "\"AQ=\"", "\"AQ==AQ==\"", "\"A_-=\"", "\"A Q=\"", "\"AQID\\n\"", "\"é\"", "[1,2]", "1"})
    void what_is_no_base64_is_refused(String json) {
        assertRefused(byte[].class, json);
    }

    @Test
    void a_constant_is_read_by_its_name() {
        assertThat(bind(Colour.class, "\"RED\"")).isEqualTo(Colour.RED);
        assertThat(bind(Colour.class, "\"GREEN\"")).isEqualTo(Colour.GREEN);
        assertThat(bind(Colour.class, "null")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"red\"", "\"BLUE\"", "\"\"", "\"RED \"", "0", "\"0\"", "\"the colour of grass\"", "true"})
    void what_names_no_constant_is_refused(String json) {
        assertRefused(Colour.class, json);
    }

    @Test
    void a_char_is_a_string_of_one() {
        assertThat(bind(char.class, "\"x\"")).isEqualTo('x');
        assertThat(bind(Character.class, "\"\\u00e9\"")).isEqualTo('é');
        Stream.of("\"\"", "\"xy\"", "\"😀\"", "120").forEach(json -> assertRefused(char.class, json));
    }

    @Test
    void a_string_is_nothing_but_a_string() {
        assertThat(bind(String.class, "\"\"")).isEqualTo("");
        assertThat(bind(String.class, "\"null\"")).isEqualTo("null");
        assertThat(bind(String.class, "\"\\u001e\\ud800\"")).isEqualTo("\u001e\ud800");
        Stream.of("1", "true", "[]", "{}").forEach(json -> assertRefused(String.class, json));
    }
}
