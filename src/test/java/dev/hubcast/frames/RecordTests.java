package dev.hubcast.frames;

import static dev.hubcast.frames.FramesApplication.echo;
import static dev.hubcast.frames.FramesApplication.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.RawHubClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of the hub protocol that are odd, wrong or meant ill; played by {@link FramesIT}. */
interface RecordTests extends FramesApplication {

    int PROTOCOL_ERROR = 1002;

    private JsonObject answerTo(RawHubClient client, String id, String record) {
        client.sendText(record + END);
        return client.completionOf(id);
    }

    private static String call(String target, String argument) {
        return "{\"type\":1,\"invocationId\":\"1\",\"target\":\"" + target + "\",\"arguments\":[" + argument + "]}";
    }

    private static void assertNotBound(JsonObject completion, String target) {
        assertThat(completion.getString("error")).isEqualTo("Failed to invoke '" + target + "' due to an error on the server.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[]", "null", "1", "{", "}", "{}", "{\"type\":1", "{\"type\":1,\"target\":\"echo\"}",
        "{\"type\":\"1\",\"target\":\"echo\",\"arguments\":[\"x\"]}", "{\"type\":\"one\"}", "{\"type\":null}", "{\"type\":true}",
        "{\"type\":1.5}", "{\"type\":[1]}", "{\"target\":\"echo\",\"arguments\":[\"x\"]}", "{\"type\":1,\"arguments\":[]}",
        "{\"type\":1,\"target\":5,\"arguments\":[]}", "{\"type\":1,\"target\":\"\",\"arguments\":[]}",
        "{\"type\":1,\"target\":\"echo\",\"arguments\":{}}",
        "{\"type\":1,\"target\":\"echo\",\"arguments\":\"x\"}", "{\"type\":1,\"invocationId\":7,\"target\":\"echo\",\"arguments\":[]}",
        "{\"type\":3,\"result\":1}", "{\"type\":3,\"invocationId\":\"1\",\"result\":1,\"error\":\"x\"}", "{\"type\":4,\"target\":\"echo\"}",
        "{\"type\":1,\"target\":\"echo\",\"arguments\":[\"x\",]}", "{\"type\":1,\"target\":\"echo\",\"arguments\":[\"a\nb\"]}"})
    default void a_record_that_breaks_the_rules_ends_its_connection(String record) {
        RawHubClient client = connect("frames");
        String id = idOf(client);
        client.sendText(record + END);

        assertClosedByRule(client, id, PROTOCOL_ERROR);
    }

    @Test
    default void good_records_before_a_bad_one_are_answered_and_none_after_it() {
        RawHubClient client = connect("frames");
        String id = idOf(client);
        client.sendText(echo("good", "x") + "bad" + END + echo("late", "y"));

        assertThat(client.receive().getString("invocationId")).isEqualTo("good");
        assertClosedByRule(client, id, PROTOCOL_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":42}", "{\"type\":0}", "{\"type\":-1}", "{\"type\":8,\"sequenceId\":1}",
        "{\"type\":9,\"sequenceId\":0}", "{\"type\":9,\"sequenceId\":-5}",
        "{\"type\":2147483647,\"target\":\"echo\",\"arguments\":[\"x\"]}"})
    default void a_message_of_unknown_type_is_skipped_and_what_follows_is_heard(String record) {
        RawHubClient client = connect("frames");
        client.sendText(record + END);

        assertAnswers(client);
    }

    @Test
    default void unknown_fields_are_skipped_and_fields_come_in_any_order() {
        RawHubClient client = connect("frames");

        assertThat(answerTo(client, "a", "{\"x\":{\"type\":7},\"arguments\":[\"x\"],\"y\":[[1]],\"headers\":{\"traceparent\":\"00-1\"},"
                + "\"invocationId\":\"a\",\"target\":\"echo\",\"type\":1,\"z\":null}").getString("result")).isEqualTo("x");
    }

    @Test
    default void a_thousand_empty_records_end_their_connection() {
        RawHubClient client = connect("frames");
        String id = idOf(client);
        client.sendText(String.valueOf(END).repeat(1000));

        assertClosedByRule(client, id, PROTOCOL_ERROR);
    }

    @Test
    default void ten_thousand_pings_in_one_message_are_taken() {
        RawHubClient client = connect("frames");
        client.sendText(("{\"type\":6}" + END).repeat(10_000));

        assertAnswers(client);
    }

    @Test
    default void nesting_of_any_depth_ends_its_connection_and_nothing_else() {
        for (String deep : new String[] {"[".repeat(100_000), "[".repeat(100_000) + "]".repeat(100_000), "{\"a\":".repeat(100_000),
            "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)}) {
            RawHubClient client = connect("roomy");
            client.sendText(call("echoJson", deep) + END);

            assertThat(client.receivedClose()).isEqualTo(CLOSED_BY_RULE);
            client.socket().expectClose(1000);
        }
        assertAnswers(connect("roomy"));
    }

    @Test
    default void ordinary_nesting_is_fine() {
        String nested = "[".repeat(50) + "]".repeat(50);

        assertThat(answerTo(connect("frames"), "1", call("echoJson", nested)).get("result").toString()).isEqualTo(nested);
    }

    @Test
    default void ten_thousand_fields_of_one_name_are_read() {
        RawHubClient client = connect("roomy");
        String record = "{\"type\":1,\"invocationId\":\"1\",\"target\":\"echo\"," + "\"arguments\":[\"no\"],".repeat(10_000)
                + "\"arguments\":[\"last\"]}";

        assertThat(answerTo(client, "1", record).getString("result")).isEqualTo("last");
        assertThat(answerTo(client, "1", call("sizeOf", "{" + "\"a\":1,".repeat(10_000) + "\"a\":2}")).getInt("result")).isEqualTo(1);
    }

    @Test
    default void names_that_share_a_hash_cost_no_more_than_others() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 1 << 13; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 13; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            names.append('"').append(name).append("\":1,");
        }

        assertThat(answerTo(connect("roomy"), "1", call("sizeOf", "{" + names + "\"z\":1}")).getInt("result")).isEqualTo((1 << 13) + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e400"})
    default void a_number_beyond_its_type_fails_the_call_alone(String number) {
        RawHubClient client = connect("frames");

        assertNotBound(answerTo(client, "1", call("echoDouble", number)), "echoDouble");
        assertNotBound(answerTo(client, "1", call("echoInt", number)), "echoInt");
        assertAnswers(client);
    }

    @Test
    default void a_number_of_a_megabyte_of_digits_takes_no_time() {
        RawHubClient client = connect("roomy");
        String digits = "7".repeat(1_000_000);

        assertNotBound(answerTo(client, "1", call("echoInt", digits)), "echoInt");
        assertNotBound(answerTo(client, "1", call("echoDouble", digits)), "echoDouble");
        assertThat(answerTo(client, "1", call("echoDecimal", digits)).getString("invocationId")).isEqualTo("1");
        assertAnswers(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e2147483647", "1e99999999999999999999", "0e999999999"})
    default void a_decimal_with_a_huge_exponent_is_answered_at_once_and_small(String number) {
        RawHubClient client = connect("frames");

        assertThat(answerTo(client, "1", call("echoDecimal", number)).toString()).hasSizeLessThan(200);
        assertThat(answerTo(client, "1", call("echoJson", number)).toString()).hasSizeLessThan(200);
        assertAnswers(client);
    }

    @Test
    default void a_lone_surrogate_fails_no_more_than_its_call() {
        RawHubClient client = connect("frames");

        assertThat(answerTo(client, "1", call("echo", "\"\\ud800\"")).getString("result")).isEqualTo("\ud800");
        assertThat(answerTo(client, "1", call("\\udc00", "1")).getString("error")).contains("Method does not exist.");
        assertThat(answerTo(client, "\ud83d", "{\"type\":1,\"invocationId\":\"\\ud83d\",\"target\":\"echo\",\"arguments\":[\"x\"]}")
                .getString("result")).isEqualTo("x");
        assertAnswers(client);
    }

    @Test
    default void completions_that_nobody_asked_for_are_skipped() {
        RawHubClient client = connect("frames");
        client.sendRecord(Json.createObjectBuilder().add("type", 3).add("invocationId", "nobody").add("result", 1).build());
        client.sendRecord(Json.createObjectBuilder().add("type", 3).add("invocationId", "nobody").add("error", "x").build());
        client.sendRecord(Json.createObjectBuilder().add("type", 2).add("invocationId", "nobody").add("item", 1).build());
        client.sendRecord(Json.createObjectBuilder().add("type", 5).add("invocationId", "nobody").build());

        client.receivedNothingUntil("echo", "x");
    }
}
