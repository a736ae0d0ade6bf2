package dev.hubcast.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameJsonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1|1.0", "100|1e2", "null|null", "true|true", "\"a\"|\"\\u0061\"", "[]|[]", "[1, [2]]|[1.0, [2.00]]",
        "{\"a\": 1, \"b\": {\"c\": 2}}|{\"b\": {\"c\": 2.0}, \"a\": 1}"
    })
    void these_are_the_same(String one, String other) {
        assertThat(SameJson.is(json(one), json(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1|1.01", "1|\"1\"", "null|false", "true|false", "\"a\"|\"A\"", "[1, 2]|[2, 1]", "[1]|[1, null]", "[]|{}",
        "{\"a\": 1}|{\"a\": 2}", "{\"a\": 1}|{\"A\": 1}", "{\"a\": null}|{}"
    })
    void these_are_not(String one, String other) {
        assertThat(SameJson.is(json(one), json(other))).isFalse();
        assertThat(SameJson.is(json(other), json(one))).isFalse();
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
