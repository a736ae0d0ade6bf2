package dev.hubcast.protocol;

import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Collections and maps of all kinds in MessagePack; keys of maps are values like others. */
final class Containers {

    private Containers() {}

    static ValueReader readerFor(Type type, MessagePackMapping mapping) {
        Class<?> raw = GenericTypes.raw(type);
        if (Map.class.isAssignableFrom(raw)) {
            Type key = GenericTypes.argument(type, Map.class, 0);
            return map(key, GenericTypes.argument(type, Map.class, 1), emptyMap(raw, GenericTypes.raw(key)), mapping);
        }
        Type element = GenericTypes.argument(type, Iterable.class, 0);
        return collection(element, emptyCollection(raw, GenericTypes.raw(element)), mapping);
    }

    private static ValueReader collection(Type element, Supplier<Collection<Object>> empty, MessagePackMapping mapping) {
        return in -> {
            if (in.takeNull()) {
                return null;
            }
            Collection<Object> values = empty.get();
            if (in.openArray()) {
                ValueReader reader = mapping.readerFor(element);
                do {
                    values.add(reader.read(in));
                } while (in.moreElements());
            }
            return values;
        };
    }

    private static ValueReader map(Type key, Type value, Supplier<Map<Object, Object>> empty, MessagePackMapping mapping) {
        return in -> {
            if (in.takeNull()) {
                return null;
            }
            Map<Object, Object> values = empty.get();
            if (in.openObject()) {
                ValueReader keys = mapping.readerFor(key);
                ValueReader reader = mapping.readerFor(value);
                do {
                    values.put(keys.read(in), reader.read(in));
                } while (in.moreMembers());
            }
            return values;
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the elements are read by their type
    private static Supplier<Collection<Object>> emptyCollection(Class<?> raw, Class<?> element) {
        if (raw == EnumSet.class) {
            return () -> (Collection) EnumSet.noneOf((Class) element);
        }
        return (Supplier) empty(raw, ArrayList::new, LinkedHashSet::new, TreeSet::new, ArrayDeque::new);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // keys and values are read by their types
    private static Supplier<Map<Object, Object>> emptyMap(Class<?> raw, Class<?> key) {
        if (raw == EnumMap.class) {
            return () -> (Map) new EnumMap((Class) key);
        }
        return (Supplier) empty(raw, LinkedHashMap::new, TreeMap::new, ConcurrentHashMap::new);
    }

    /** The first of these that is one, or else the class itself. */
    private static Supplier<?> empty(Class<?> raw, Supplier<?>... usual) {
        if (!raw.isInterface()) {
            return ClassCreator.withoutArguments(raw);
        }
        return Stream.of(usual)
                .filter(candidate -> raw.isInstance(candidate.get()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing is known that could be a " + raw.getName() + "."));
    }

    static void write(MessagePackOutput out, Map<?, ?> map, int depth, MessagePackMapping mapping) {
        Object[] entries = map.entrySet().toArray();
        out.beginObject(entries.length);
        for (Object each : entries) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
            mapping.write(out, entry.getKey(), depth + 1);
            mapping.write(out, entry.getValue(), depth + 1);
        }
    }
}
