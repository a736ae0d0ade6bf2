package dev.hubcast.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerComparisonTest {

    private static final String REFERENCE =
            "[{'messages': [{'type': 3, 'invocationId': '1', 'result': {'count': 3, 'tags': ['a', 'b'], 'price': null}}]}]";

    private final AnswerComparison exact = new AnswerComparison(false, null);

    @ParameterizedTest
    @ValueSource(strings = {
        REFERENCE,
        "[{'messages': [{'result': {'price': null, 'tags': ['a', 'b'], 'count': 3}, 'invocationId': '1', 'type': 3}]}]",
        "[{'messages': [{'type': 3.0, 'invocationId': '1', 'result': {'count': 0.3e1, 'tags': ['a', 'b'], 'price': null}}]}]",
    })
    void the_same_answer_in_another_notation_does_not_differ(String here) {
        assertThat(exact.differences(json(REFERENCE), json(here))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[]",
        "[null]",
        "['messages']",
        "[[]]",
        "[{}]",
        "[{'messages': []}]",
        "[{'messages': {}}]",
        "[{'messages': [{}]}]",
        "[{'messages': [{'type': 3, 'invocationId': '1', 'result': {'count': 4, 'tags': ['a', 'b'], 'price': null}}]}]",
        "[{'messages': [{'type': 3, 'invocationId': 1, 'result': {'count': 3, 'tags': ['a', 'b'], 'price': null}}]}]",
        "[{'messages': [{'type': 3, 'invocationId': '1', 'result': {'count': '3', 'tags': ['a', 'b'], 'price': null}}]}]",
        "[{'messages': [{'type': 3, 'invocationId': '1', 'result': {'count': 3, 'tags': ['b', 'a'], 'price': null}}]}]",
        "[{'messages': [{'type': 3, 'invocationId': '1', 'result': {'count': 3, 'tags': ['a', 'b', 'c'], 'price': null}}]}]",
        "[{'messages': [{'type': 3, 'invocationId': '1', 'result': {'count': 3, 'tags': ['a', 'b'], 'price': 0}}]}]",
        "[{'messages': [{'type': 3, 'invocationId': '1', 'result': {'count': 3, 'tags': ['a', 'b']}}]}]",
        "[{'messages': [{'type': 3, 'invocationId': '1', 'result': {'count': 3, 'tags': ['a', 'b'], 'price': null, 'more': 1}}]}]",
        "[{'messages': [{'type': 3, 'invocationId': '1', 'result': {'Count': 3, 'tags': ['a', 'b'], 'price': null}}]}]",
        "[{'messages': [{'type': 3, 'invocationId': '1', 'result': {'count': 3, 'tags': ['a', 'b'], 'price': null}}, {}]}]",
        "[{'messages': [{'type': 3, 'invocationId': '1', 'result': {'count': 3, 'tags': ['a', 'b'], 'price': null}}], 'closed': null}]",
    })
    void a_wrong_answer_differs(String here) {
        assertThat(exact.differences(json(REFERENCE), json(here))).hasSize(1);
    }

    @Test
    void every_answer_that_is_wrong_missing_or_one_too_many_is_told_with_both_sides() {
        JsonArray reference = json("[{'status': 200}, {'status': 405}]");

        assertThat(exact.differences(reference, json("[{'status': 200}, {'status': 404}, {'open': true}]")))
                .containsExactly(
                        "answer 1\n  reference {\"status\":405}\n  here      {\"status\":404}",
                        "answer 2\n  reference nothing\n  here      {\"open\":true}");
        assertThat(exact.differences(reference, json("[{'status': 200}]")))
                .containsExactly("answer 1\n  reference {\"status\":405}\n  here      nothing");
    }

    @Test
    void a_text_that_ends_in_an_ellipsis_is_compared_up_to_there() {
        JsonArray reference = json("[{'error': 'Failed to read…'}]");

        assertThat(exact.differences(reference, json("[{'error': 'Failed to read it.'}]"))).isEmpty();
        assertThat(exact.differences(reference, json("[{'error': 'Failed to write it.'}]"))).hasSize(1);
        assertThat(exact.differences(json("[{'error': 'Failed to read it.'}]"), json("[{'error': 'Failed to read…'}]"))).hasSize(1);
    }

    @Test
    void names_of_properties_may_differ_in_case_where_the_exchange_allows_it() {
        AnswerComparison anyCase = new AnswerComparison(true, null);

        assertThat(anyCase.differences(json("[{'Count': {'Of': 1}}]"), json("[{'count': {'OF': 1}}]"))).isEmpty();
        assertThat(anyCase.differences(json("[{'Count': 'Of'}]"), json("[{'count': 'of'}]"))).hasSize(1);
    }

    @Test
    void a_property_that_is_set_aside_is_not_compared_wherever_it_stands() {
        AnswerComparison comparison = new AnswerComparison(false, Pattern.compile("^transports$"));
        JsonArray reference = json("[{'body': {'transports': [1, 2], 'id': 'x'}}]");

        assertThat(comparison.differences(reference, json("[{'body': {'id': 'x'}}]"))).isEmpty();
        assertThat(comparison.differences(reference, json("[{'body': {'id': 'y'}}]"))).hasSize(1);
        assertThat(comparison.differences(reference, json("[{'body': {'id': 'x', 'more-transports': 1}}]"))).hasSize(1);
    }

    @Test
    void the_recorded_answers_do_not_differ_from_themselves() {
        try (JsonReader reader = Json.createReader(AnswerComparisonTest.class.getResourceAsStream("transcript.json"))) {
            List<Exchange> exchanges = reader.readArray().stream().map(json -> Exchange.of(json.asJsonObject())).toList();

            assertThat(exchanges).hasSize(89)
                    .allSatisfy(exchange -> assertThat(exact.differences(exchange.answers(), exchange.answers())).isEmpty());
        }
    }

    private static JsonArray json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readArray();
        }
    }
}
