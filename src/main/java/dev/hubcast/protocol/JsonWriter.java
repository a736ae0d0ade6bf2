package dev.hubcast.protocol;

import jakarta.json.JsonValue;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes values as JSON: simple ones, and what is made of them, straight into the record; everything else by JSON Binding. With a mapping
 * of the application's own, that is everything but strings, numbers and booleans. Safe for use by any number of threads.
 */
final class JsonWriter {

    private final JsonMapping mapping;
    private final Map<Class<?>, Optional<JsonRecordWriter>> records = new ConcurrentHashMap<>();

    JsonWriter(JsonMapping mapping) {
        this.mapping = mapping;
    }

    /** Throws {@link IllegalArgumentException} if the value cannot be written. */
    void write(StringBuilder out, Object value) {
        write(out, value, 0);
    }

    void write(StringBuilder out, Object value, int depth) {
        if (depth > JsonReader.MAX_DEPTH) { // as deep as it is read; a value that contains itself ends here too
            throw new IllegalArgumentException("A value is nested deeper than " + JsonReader.MAX_DEPTH + ".");
        }
        if (!writeBasic(out, value) && (mapping.isOfApplication() || !writeStructure(out, value, depth))) {
            out.append(mapping.toJson(value));
        }
    }

    private static boolean writeBasic(StringBuilder out, Object value) {
        if (value instanceof String text) {
            JsonText.quote(out, text);
            return true;
        }
        if (value instanceof Double || value instanceof Float) {
            if (!Double.isFinite(((Number) value).doubleValue())) {
                throw new IllegalArgumentException("JSON has no number " + value);
            }
            out.append(value);
            return true;
        }
        boolean plain = value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long
                || value instanceof Short || value instanceof Byte || value instanceof BigInteger || value instanceof BigDecimal;
        if (plain) {
            out.append(value);
        }
        return plain;
    }

    private boolean writeStructure(StringBuilder out, Object value, int depth) {
        if (value instanceof JsonValue) { // which is a Map or a List, too
            return false;
        }
        if (value instanceof UUID id) {
            JsonText.quote(out, id.toString());
        } else if (value instanceof byte[] bytes) {
            JsonText.quote(out, Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof Optional<?> optional) {
            write(out, optional.orElse(null), depth);
        } else if (value instanceof Collection<?> elements) {
            writeArray(out, elements.iterator(), depth);
        } else if (value.getClass().isArray()) {
            writeArray(out, elementsOf(value), depth);
        } else if (value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
            writeObject(out, map, depth);
        } else {
            return writeRecord(out, value, depth);
        }
        return true;
    }

    private void writeArray(StringBuilder out, Iterator<?> elements, int depth) {
        out.append('[');
        while (elements.hasNext()) {
            write(out, elements.next(), depth + 1);
            if (elements.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static Iterator<Object> elementsOf(Object array) {
        int length = Array.getLength(array);
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < length;
            }

            @Override
            public Object next() {
                return Array.get(array, next++);
            }
        };
    }

    private void writeObject(StringBuilder out, Map<?, ?> map, int depth) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            JsonText.quote(out, (String) entry.getKey());
            write(out.append(':'), entry.getValue(), depth + 1);
            if (entries.hasNext()) {
                out.append(',');
            }
        }
        out.append('}');
    }

    private boolean writeRecord(StringBuilder out, Object value, int depth) {
        Optional<JsonRecordWriter> writer = records.computeIfAbsent(value.getClass(), JsonRecordWriter::of);
        writer.ifPresent(record -> record.write(out, value, depth, this));
        return writer.isPresent();
    }
}
