package dev.hubcast.protocol;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/** Writes records of one class as JSON objects, in the order of their components. Immutable. */
final class JsonRecordWriter {

    private final Method[] accessors;

    private JsonRecordWriter(Class<?> record) {
        accessors = Arrays.stream(record.getRecordComponents()).map(RecordComponent::getAccessor).toArray(Method[]::new);
        Arrays.stream(accessors).forEach(accessor -> accessor.setAccessible(true));
    }

    /** The writer for a class, empty if it is no record or JSON Binding's annotations say more about it. */
    static Optional<JsonRecordWriter> of(Class<?> type) {
        return type.isRecord() && JsonStructures.isPlain(type) ? Optional.of(new JsonRecordWriter(type)) : Optional.empty();
    }

    void write(StringBuilder out, Object record, int depth, JsonWriter values) {
        out.append('{');
        for (int i = 0; i < accessors.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            JsonText.quote(out, accessors[i].getName());
            values.write(out.append(':'), valueOf(record, accessors[i]), depth + 1);
        }
        out.append('}');
    }

    private static Object valueOf(Object record, Method accessor) {
        try {
            return accessor.invoke(record);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("A record's " + accessor.getName() + " fails.", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(accessor + " cannot be called.", e);
        }
    }
}
