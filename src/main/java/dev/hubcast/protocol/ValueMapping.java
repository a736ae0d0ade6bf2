package dev.hubcast.protocol;

import jakarta.json.bind.Jsonb;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Maps between values of a format and Java's types: what all formats have in common. Simple types, and what is made of them, are read
 * strictly and straight from the record; how other types are mapped is each format's own.
 *
 * <p>Strictly means as the reference server does: no text for a number, no fraction for an integer, no null for a primitive, nothing out
 * of range. Names of properties are read without regard to case. With a {@link Jsonb} of the application's own, that mapping rules over
 * everything but strings, numbers and booleans.
 *
 * <p>Safe for use by any number of threads.
 */
public abstract sealed class ValueMapping permits JsonMapping, MessagePackMapping {

    private final Map<Type, ValueReader> readers = new ConcurrentHashMap<>();
    private final ValueWriter writer = new ValueWriter(this);
    private final Jsonb ofApplication;

    /** With the application's own mapping, or null. */
    ValueMapping(Jsonb ofApplication) {
        this.ofApplication = ofApplication;
    }

    ValueReader readerFor(Type type) {
        ValueReader known = readers.get(type);
        if (known != null) {
            return known;
        }
        ValueReader made = make(type);
        readers.put(type, made);
        return made;
    }

    private ValueReader make(Type type) {
        ValueReader reader = Scalars.basic(type);
        if (reader != null) {
            return reader;
        }
        if (ofApplication != null) {
            return readerBy(ofApplication, type);
        }
        reader = Scalars.valueType(type);
        if (reader == null) {
            reader = Structures.of(type, this);
        }
        return reader != null ? reader : readerOfOthers(type);
    }

    /** The reader for a type that is neither simple nor made of other types. */
    abstract ValueReader readerOfOthers(Type type);

    void write(ValueOutput out, Object value) {
        write(out, value, 0);
    }

    void write(ValueOutput out, Object value, int depth) {
        writer.write(out, value, depth);
    }

    /** Writes what is neither simple nor made of other values; throws {@link IllegalArgumentException} if it can't be written. */
    void writeOther(ValueOutput out, Object value, int depth) {
        if (ofApplication != null) {
            writeBy(ofApplication, out, value);
        } else {
            writeOthers(out, value, depth);
        }
    }

    abstract void writeOthers(ValueOutput out, Object value, int depth);

    /** An instance of a class that JSON Binding's annotations name. */
    abstract <T> T instanceOf(Class<T> type);

    boolean isOfApplication() {
        return ofApplication != null;
    }

    static ValueReader readerBy(Jsonb jsonb, Type type) {
        return in -> checked(jsonb.fromJson(in.json(), type), type);
    }

    /** Yasson answers a request for a JsonObject with a JsonArray if that is what the text holds. */
    private static Object checked(Object value, Type type) {
        return type instanceof Class<?> expected ? expected.cast(value) : value;
    }

    static void writeBy(Jsonb jsonb, ValueOutput out, Object value) {
        String json;
        try {
            json = jsonb.toJson(value);
        } catch (RuntimeException e) { // JsonbException, and whatever the application's own adapters throw
            throw new IllegalArgumentException("A value of type " + value.getClass().getName() + " cannot be written as JSON: "
                    + e.getMessage(), e);
        }
        out.json(json);
    }
}
