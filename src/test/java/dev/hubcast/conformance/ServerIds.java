package dev.hubcast.conformance;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids that the server made up during an exchange: later steps send them, answers show their names instead. */
final class ServerIds {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    /** A shorter id may stand in a text by chance. */
    private static final int LONG_ENOUGH_TO_BE_FOUND_IN_TEXT = 9;

    private final Map<String, String> ids = new LinkedHashMap<>();

    /** Keeps what stands at a place in an answer, if a text does; the place is names joined by dots. */
    void save(String name, JsonValue answer, String place) {
        JsonValue found = answer;
        for (String property : place.split("\\.")) {
            found = found instanceof JsonObject object ? object.get(property) : null;
        }
        if (found instanceof JsonString text && !text.getString().isEmpty()) {
            ids.put(name, text.getString());
        }
    }

    /** Puts the ids in where a text names them. */
    String fill(String text) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(ids.getOrDefault(name.group(1), name.group())));
    }

    /** Puts the names in where an answer has the ids. */
    JsonValue hide(JsonValue value) {
        if (value instanceof JsonString text) {
            return Json.createValue(hide(text.getString()));
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder hidden = Json.createArrayBuilder();
            array.forEach(item -> hidden.add(hide(item)));
            return hidden.build();
        }
        if (value instanceof JsonObject object) {
            JsonObjectBuilder hidden = Json.createObjectBuilder();
            object.forEach((name, property) -> hidden.add(name, hide(property)));
            return hidden.build();
        }
        return value;
    }

    private String hide(String text) {
        String hidden = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            String name = "{" + id.getKey() + "}";
            if (hidden.equals(id.getValue())) {
                hidden = name;
            } else if (id.getValue().length() >= LONG_ENOUGH_TO_BE_FOUND_IN_TEXT) {
                hidden = hidden.replace(id.getValue(), name);
            }
        }
        return hidden;
    }
}
