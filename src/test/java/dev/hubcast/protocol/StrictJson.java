package dev.hubcast.protocol;

import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.NoSuchElementException;

/** What another, strict parser thinks of a text. */
final class StrictJson {

    /** Looked up once: looking it up costs more than reading a small text. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private StrictJson() {}

    /** Whether the whole text is one JSON value. */
    static boolean accepts(String text) {
        return deepest(text) >= 0;
    }

    /** How deep the text nests objects and arrays, -1 if it is not one JSON value. */
    static int deepest(String text) {
        int depth = 0;
        int deepest = 0;
        int events = 0;
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case START_OBJECT, START_ARRAY -> deepest = Math.max(deepest, ++depth);
                    case END_OBJECT, END_ARRAY -> depth--;
                    default -> { }
                }
                events++;
            }
        } catch (JsonException | NoSuchElementException refused) {
            return -1;
        }
        return events > 0 && depth == 0 ? deepest : -1;
    }

    static JsonValue parse(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            parser.next();
            return parser.getValue();
        }
    }
}
