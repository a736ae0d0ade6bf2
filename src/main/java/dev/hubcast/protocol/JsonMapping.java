package dev.hubcast.protocol;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.BinaryDataStrategy;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Maps between JSON and Java's types: simple types, and what is made of them, strictly and straight from the text; everything else by
 * Jakarta JSON Binding.
 *
 * <p>Strictly means as the reference server does: no text for a number, no fraction for an integer, no null for a primitive, nothing out
 * of range. Names of properties are read without regard to case. With a {@link Jsonb} of the application's own, that mapping rules over
 * everything but strings, numbers and booleans.
 *
 * <p>Safe for use by any number of threads.
 */
public final class JsonMapping {

    private final Jsonb jsonb;
    private final boolean ofApplication;
    private final Map<Type, JsonValueReader> readers = new ConcurrentHashMap<>();
    private final JsonWriter writer = new JsonWriter(this);

    private JsonMapping(Jsonb jsonb, boolean ofApplication) {
        this.jsonb = jsonb;
        this.ofApplication = ofApplication;
    }

    /**
     * Hubcast's own mapping: nulls are written, bytes are base64, names of properties are read in any case.
     *
     * @return the mapping
     */
    public static JsonMapping standard() {
        return new JsonMapping(
                JsonbBuilder.create(new JsonbConfig()
                        .withNullValues(true)
                        .withPropertyNamingStrategy(PropertyNamingStrategy.CASE_INSENSITIVE)
                        .withBinaryDataStrategy(BinaryDataStrategy.BASE_64)),
                false);
    }

    /**
     * The application's mapping.
     *
     * @param jsonb the application's bean, safe for use by several threads
     * @return the mapping
     */
    public static JsonMapping of(Jsonb jsonb) {
        return new JsonMapping(jsonb, true);
    }

    JsonValueReader readerFor(Type type) {
        JsonValueReader known = readers.get(type);
        if (known != null) {
            return known;
        }
        JsonValueReader made = make(type);
        readers.put(type, made);
        return made;
    }

    private JsonValueReader make(Type type) {
        JsonValueReader reader = JsonScalars.basic(type);
        if (reader == null && !ofApplication) {
            reader = JsonScalars.valueType(type);
        }
        if (reader == null && !ofApplication) {
            reader = JsonStructures.of(type, this);
        }
        return reader != null ? reader : json -> {
            int from = json.position();
            json.skip();
            return checked(jsonb.fromJson(json.slice(from), type), type);
        };
    }

    /** Yasson answers a request for a JsonObject with a JsonArray if that is what the text holds. */
    private static Object checked(Object value, Type type) {
        return type instanceof Class<?> expected ? expected.cast(value) : value;
    }

    void write(StringBuilder out, Object value) {
        writer.write(out, value);
    }

    /** What JSON Binding makes of a value. */
    String toJson(Object value) {
        try {
            return jsonb.toJson(value);
        } catch (RuntimeException e) { // JsonbException, and whatever the application's own adapters throw
            throw new IllegalArgumentException("A value of type " + value.getClass().getName() + " cannot be written as JSON: "
                    + e.getMessage(), e);
        }
    }

    boolean isOfApplication() {
        return ofApplication;
    }
}
