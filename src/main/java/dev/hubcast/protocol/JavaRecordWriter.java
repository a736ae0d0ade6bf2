package dev.hubcast.protocol;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/** Writes records of one class as objects, in the order of their components. Immutable. */
final class JavaRecordWriter {

    private final Method[] accessors;

    private JavaRecordWriter(Class<?> record) {
        accessors = Arrays.stream(record.getRecordComponents()).map(RecordComponent::getAccessor).toArray(Method[]::new);
        Arrays.stream(accessors).forEach(accessor -> accessor.setAccessible(true));
    }

    /** The writer for a class, empty if it is no record or JSON Binding's annotations say more about it. */
    static Optional<JavaRecordWriter> of(Class<?> type) {
        return type.isRecord() && Structures.isPlain(type) ? Optional.of(new JavaRecordWriter(type)) : Optional.empty();
    }

    void write(ValueOutput out, Object record, int depth, ValueWriter values) {
        out.beginObject(accessors.length);
        for (int i = 0; i < accessors.length; i++) {
            out.member(i, accessors[i].getName());
            values.write(out, valueOf(record, accessors[i]), depth + 1);
        }
        out.endObject();
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
