package dev.hubcast.conformance;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;

/** The records of SignalR's JSON protocol: JSON texts that each end in 0x1E. */
final class Records {

    static final char SEPARATOR = 0x1E;

    private Records() {
    }

    /** The records in a text, each shown as its JSON; what is none is shown as such. */
    static List<JsonValue> of(String text) {
        if (text.isEmpty() || text.charAt(text.length() - 1) != SEPARATOR) {
            return List.of(Json.createObjectBuilder().add("incomplete", text).build());
        }
        return Arrays.stream(text.substring(0, text.length() - 1).split(String.valueOf(SEPARATOR), -1)).map(Records::record).toList();
    }

    /** The JSON that a text is, or else the text. */
    static JsonValue jsonOrText(String text) {
        try {
            return parsed(text);
        } catch (JsonParsingException noJson) {
            return Json.createValue(text);
        }
    }

    private static JsonValue record(String text) {
        try {
            return parsed(text);
        } catch (JsonParsingException noJson) {
            return Json.createObjectBuilder().add("raw", text).build();
        }
    }

    private static JsonValue parsed(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            // A JsonReader would not look at what follows the value.
            if (parser.hasNext()) {
                throw new JsonParsingException("More than one value", parser.getLocation());
            }
            return value;
        }
    }
}
