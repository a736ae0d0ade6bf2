package dev.hubcast.calls;

import static dev.hubcast.calls.CallsApplication.notInvoked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.RawHubClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments of each type go to the method and come back; what does not fit fails the call alone; played by {@link CallsIT}. */
interface ValueTests extends CallsApplication {

    String ORDER = """
            {"name":"tea","count":2,"note":"hot","lines":[{"id":"0f8fad5b-d9cb-469f-a165-70867728950e","price":1.50,"due":"2024-12-24"},
            {"id":null,"price":null,"due":null}],"colours":{"a":"RED","b":null}}""";

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private static JsonObject answerTo(RawHubClient client, String method, String argument) {
        client.sendText("{\"type\":1,\"invocationId\":\"v\",\"target\":\"" + method + "\",\"arguments\":[" + argument + "]}" + END);
        return client.completionOf("v");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bool     | true
            octet    | -128
            small    | 32767
            number   | -2147483648
            boxed    | null
            boxed    | 7
            large    | 9223372036854775807
            real     | -0.125
            real     | 1.7976931348623157E308
            single   | 0.5
            letter   | "x"
            text     | "gr\u00fc\u00dfe \u2603 \\ud83d\\ude00 <b>&\\" \\u0000\\u001e"
            text     | ""
            text     | null
            decimal  | 12345678901234567890.123456789
            decimal  | null
            integer  | 123456789012345678901234567890
            colour   | "GREEN"
            colour   | null
            uuid     | "0f8fad5b-d9cb-469f-a165-70867728950e"
            bytes    | "AQID/w=="
            bytes    | ""
            bytes    | null
            numbers  | [1,-2,3]
            numbers  | []
            instant  | "2024-12-24T03:00:00.123456789Z"
            date     | "2024-02-29"
            offset   | "2024-12-24T03:00:00.5+02:00"
            duration | "PT1H2M3.004S"
            optional | "x"
            optional | null
            distinct | ["b","a"]
            map      | {"x":[1,2],"":[],"z":null}
            map      | {}
            animal   | {"legs":4,"name":"cat"}
            animal   | null
            json     | {"a":[1,true,null,{"b":"c"}]}
            json     | "text"
            json     | 1
            json     | null
            object   | {"a":{}}
            orders   | []
            """)
    default void a_value_comes_back_as_it_went(String method, String value) {
        assertThat(answerTo(connect("values"), method, value)).isEqualTo(Json.createObjectBuilder()
                .add("type", 3).add("invocationId", "v").add("result", json(value)).build());
    }

    @Test
    default void records_with_generics_come_back_as_they_went() {
        RawHubClient client = connect("values");

        assertThat(answerTo(client, "order", ORDER).get("result")).isEqualTo(json(ORDER));
        assertThat(answerTo(client, "orders", "[" + ORDER + ",null]").get("result")).isEqualTo(json("[" + ORDER + ",null]"));
    }

    @Test
    default void names_of_properties_are_read_in_any_case_and_what_is_missing_is_empty() {
        RawHubClient client = connect("values");

        assertThat(answerTo(client, "order", "{\"NAME\":\"tea\",\"Count\":1,\"unknown\":[{}]}").get("result"))
                .isEqualTo(json("{\"name\":\"tea\",\"count\":1,\"note\":null,\"lines\":null,\"colours\":null}"));
        assertThat(answerTo(client, "animal", "{\"NAME\":\"cat\",\"unknown\":[{}]}").get("result"))
                .isEqualTo(json("{\"name\":\"cat\",\"legs\":0}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bool     | null
            bool     | "true"
            bool     | 1
            octet    | 128
            small    | -32769
            number   | "1"
            number   | 1.0
            number   | 1e0
            number   | null
            number   | 2147483648
            number   | true
            number   | [1]
            boxed    | "7"
            large    | 9223372036854775808
            large    | -9223372036854775809
            real     | "NaN"
            real     | "1"
            real     | 1e309
            real     | null
            letter   | "xy"
            letter   | ""
            text     | 1
            text     | {}
            text     | true
            decimal  | "1"
            integer  | 1.5
            colour   | "BLUE"
            colour   | "red"
            colour   | 0
            uuid     | "0f8fad5b"
            uuid     | 1
            bytes    | "not base64!"
            bytes    | [1,2]
            numbers  | [1,"2"]
            numbers  | [null]
            numbers  | 1
            instant  | "yesterday"
            instant  | "2024-13-01T00:00:00Z"
            instant  | 1700000000
            date     | "2023-02-29"
            date     | "24.12.2024"
            duration | "1 hour"
            optional | 1
            map      | []
            map      | {"x":["1"]}
            animal   | "cat"
            animal   | [1]
            object   | []
            order    | {"count":"1"}
            order    | {"lines":[{"due":"never"}]}
            order    | []
            """)
    default void a_value_that_does_not_fit_fails_its_call_alone(String method, String value) {
        RawHubClient client = connect("values");

        assertThat(answerTo(client, method, value)).isEqualTo(Json.createObjectBuilder()
                .add("type", 3).add("invocationId", "v").add("error", notInvoked(method)).build());
        assertThat(client.invoke("text", "still here")).isEqualTo(Json.createValue("still here"));
    }

    @Test
    default void too_few_and_too_many_arguments_fail_the_call_alone() {
        RawHubClient client = connect("values");

        assertThat(client.invokeForError("number")).isEqualTo(notInvoked("number"));
        assertThat(client.invokeForError("number", 1, 2)).isEqualTo(notInvoked("number"));
        assertThat(client.invoke("number", 1)).isEqualTo(Json.createValue(1));
    }

    @Test
    default void hints_at_classes_are_ordinary_properties() {
        RawHubClient client = connect("values");
        String trap = "dev.hubcast.calls.ValuesHub$Trap";
        for (String hint : new String[] {"@class", "$type", "@type", "class", "__type", "type", "javaClass", "java:class"}) {
            String object = "{\"" + hint + "\":\"" + trap + "\",\"name\":\"x\"}";

            assertThat(answerTo(client, "kindOfAnimal", object).getString("result")).as(hint).isEqualTo("Animal");
            assertThat(answerTo(client, "kindOf", object).getString("result")).as(hint).isEqualTo("map");
            assertThat(answerTo(client, "kindOf", "[\"" + trap + "\"," + object + "]").getString("result")).doesNotContain("Trap");
        }
        assertThat(client.invoke("sprung")).isEqualTo(JsonValue.FALSE);
    }
}
