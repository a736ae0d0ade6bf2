package dev.hubcast.conformance;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One thing that the client of an exchange does.
 *
 * @param json the step as it is recorded
 */
record Step(JsonObject json) {

    String action() {
        return json.getString("do");
    }

    /** The name, within the exchange, of the connection or poll that the step is about. */
    String on() {
        return json.getString("on");
    }

    String path() {
        return json.getString("path", "");
    }

    String method(String unlessRecorded) {
        return json.getString("method", unlessRecorded);
    }

    Map<String, String> headers() {
        return texts("headers");
    }

    /** What is kept for later steps: the place in the answer by the name it gets. */
    Map<String, String> saved() {
        return texts("save");
    }

    int number(String property, int unlessRecorded) {
        return json.getInt(property, unlessRecorded);
    }

    Duration millis(String property, int unlessRecorded) {
        return Duration.ofMillis(number(property, unlessRecorded));
    }

    boolean is(String property) {
        return json.getBoolean(property, false);
    }

    /** How the body of an answer is shown: as {@code records} of JSON, as those of {@code msgpack}, or, by default, as it is. */
    String as() {
        return json.getString("as", "");
    }

    private Map<String, String> texts(String property) {
        return json.getOrDefault(property, JsonObject.EMPTY_JSON_OBJECT).asJsonObject().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((JsonString) entry.getValue()).getString()));
    }
}
