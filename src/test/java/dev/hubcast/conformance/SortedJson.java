package dev.hubcast.conformance;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** JSON as a text that does not depend on the order of properties. */
final class SortedJson {

    private SortedJson() {
    }

    static String text(JsonValue value) {
        if (value instanceof JsonObject object) {
            return new TreeMap<>(object).entrySet().stream()
                    .map(property -> Json.createValue(property.getKey()) + ":" + text(property.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(SortedJson::text).collect(Collectors.joining(",", "[", "]"));
        }
        return value.toString();
    }
}
