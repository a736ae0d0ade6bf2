package dev.hubcast.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {

    @Test
    void a_message_is_split_at_the_separators() {
        assertThat(Records.of("{}\u001e{\"type\":6}\u001e")).extracting(JsonValue::toString).containsExactly("{}", "{\"type\":6}");
    }

    @Test
    void a_message_without_a_separator_at_its_end_is_shown_as_incomplete() {
        assertThat(Records.of("{}\u001e{}")).extracting(JsonValue::toString).containsExactly("{\"incomplete\":\"{}\\u001e{}\"}");
        assertThat(Records.of("")).extracting(JsonValue::toString).containsExactly("{\"incomplete\":\"\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "{}x", "hello", "{\"type\":1,}", "01"})
    void a_record_that_is_no_json_is_shown_as_it_came(String record) {
        assertThat(Records.of(record + "\u001e")).containsExactly(Json.createObjectBuilder().add("raw", record).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Connection ID required", "{} {}"})
    void a_body_that_is_no_json_is_its_text(String body) {
        assertThat(Records.jsonOrText(body)).isInstanceOfSatisfying(JsonString.class, text -> assertThat(text.getString()).isEqualTo(body));
    }
}
