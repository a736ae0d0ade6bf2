package dev.hubcast.protocol;

import jakarta.json.JsonValue;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes values: simple ones, and what is made of them, straight into the record; everything else by the format's own rules. With a
 * mapping of the application's own, that is everything but strings, numbers and booleans. Safe for use by any number of threads.
 */
final class ValueWriter {

    private final ValueMapping mapping;
    private final Map<Class<?>, Optional<JavaRecordWriter>> records = new ConcurrentHashMap<>();

    ValueWriter(ValueMapping mapping) {
        this.mapping = mapping;
    }

    /** Throws {@link IllegalArgumentException} if the value cannot be written. */
    void write(ValueOutput out, Object value, int depth) {
        if (depth > ValueInput.MAX_DEPTH) { // as deep as it is read; a value that contains itself ends here too
            throw new IllegalArgumentException("A value is nested deeper than " + ValueInput.MAX_DEPTH + ".");
        }
        if (!writeBasic(out, value) && (mapping.isOfApplication() || !writeStructure(out, value, depth))) {
            mapping.writeOther(out, value, depth);
        }
    }

    private static boolean writeBasic(ValueOutput out, Object value) {
        if (value == null) {
            out.nil();
        } else if (value instanceof String text) {
            out.text(text);
        } else if (value instanceof Boolean bool) {
            out.bool(bool);
        } else if (value instanceof Number number && isBasic(number)) {
            out.number(number);
        } else {
            return false;
        }
        return true;
    }

    private static boolean isBasic(Number value) {
        return value instanceof Integer || value instanceof Long || value instanceof Double || value instanceof Float
                || value instanceof Short || value instanceof Byte || value instanceof BigInteger || value instanceof BigDecimal;
    }

    private boolean writeStructure(ValueOutput out, Object value, int depth) {
        if (value instanceof JsonValue) { // which is a Map or a List, too
            return false;
        }
        if (value instanceof UUID id) {
            out.text(id.toString());
        } else if (value instanceof byte[] bytes) {
            out.bytes(bytes);
        } else if (value instanceof Optional<?> optional) {
            write(out, optional.orElse(null), depth);
        } else if (value instanceof Collection<?> elements) {
            writeArray(out, elements.toArray(), depth); // a copy: others may change it meanwhile, and its size goes before it
        } else if (value.getClass().isArray()) {
            writeArray(out, value, depth);
        } else if (value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
            writeObject(out, map, depth);
        } else {
            return writeRecord(out, value, depth);
        }
        return true;
    }

    private void writeArray(ValueOutput out, Object array, int depth) {
        int size = Array.getLength(array);
        out.beginArray(size);
        for (int i = 0; i < size; i++) {
            out.element(i);
            write(out, Array.get(array, i), depth + 1);
        }
        out.endArray();
    }

    private void writeObject(ValueOutput out, Map<?, ?> map, int depth) {
        Object[] entries = map.entrySet().toArray();
        out.beginObject(entries.length);
        for (int i = 0; i < entries.length; i++) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) entries[i];
            out.member(i, (String) entry.getKey());
            write(out, entry.getValue(), depth + 1);
        }
        out.endObject();
    }

    private boolean writeRecord(ValueOutput out, Object value, int depth) {
        Optional<JavaRecordWriter> writer = records.computeIfAbsent(value.getClass(), JavaRecordWriter::of);
        writer.ifPresent(record -> record.write(out, value, depth, this));
        return writer.isPresent();
    }
}
