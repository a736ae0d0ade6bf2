package dev.hubcast.protocol;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads an object as a Java record: names in any case, unknown names skipped, missing components left at their default. */
final class JavaRecordReader implements ValueReader {

    private final Constructor<?> constructor;
    private final Type[] types;
    private final Object[] defaults;
    private final Map<String, Integer> components = new HashMap<>();
    private final ValueMapping mapping;

    JavaRecordReader(Class<?> record, ValueMapping mapping) {
        RecordComponent[] parts = record.getRecordComponents();
        this.mapping = mapping;
        this.types = Arrays.stream(parts).map(RecordComponent::getGenericType).toArray(Type[]::new);
        this.defaults = Arrays.stream(parts).map(part -> defaultOf(part.getType())).toArray();
        this.constructor = canonical(record, parts);
        for (int i = 0; i < parts.length; i++) {
            components.put(parts[i].getName(), i);
            components.putIfAbsent(anyCase(parts[i].getName()), i);
        }
    }

    @Override
    public Object read(ValueInput in) {
        if (in.takeNull()) {
            return null;
        }
        Object[] values = defaults.clone();
        if (in.openObject()) {
            do {
                member(in, values);
            } while (in.moreMembers());
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("The record refuses these values.", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " cannot be called.", e);
        }
    }

    private void member(ValueInput in, Object[] values) {
        String name = in.name();
        Integer index = components.get(name);
        if (index == null) {
            index = components.get(anyCase(name));
        }
        if (index == null) {
            in.skip();
        } else {
            values[index] = mapping.readerFor(types[index]).read(in);
        }
    }

    private static Constructor<?> canonical(Class<?> record, RecordComponent[] parts) {
        Class<?>[] parameters = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = record.getDeclaredConstructor(parameters);
            canonical.setAccessible(true);
            return canonical;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A record has its canonical constructor: " + record, e);
        }
    }

    private static Object defaultOf(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    private static String anyCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
