package dev.hubcast.protocol;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Readers for what is made of other types: arrays, collections, maps, optionals and plain records. */
final class Structures {

    private Structures() {}

    /** The reader for a structure, null for a type that is left to the format. */
    static ValueReader of(Type type, ValueMapping mapping) {
        if (type instanceof Class<?> array && array.isArray()) {
            return array(array.getComponentType(), array.getComponentType(), mapping);
        }
        if (type instanceof GenericArrayType array && array.getGenericComponentType() instanceof ParameterizedType element) {
            return array((Class<?>) element.getRawType(), element, mapping);
        }
        if (type instanceof WildcardType wildcard) {
            return mapping.readerFor(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof Class<?> record && record.isRecord() && isPlain(record)) {
            return new JavaRecordReader(record, mapping);
        }
        return type instanceof ParameterizedType generic ? generic(generic, mapping) : null;
    }

    private static ValueReader generic(ParameterizedType type, ValueMapping mapping) {
        Type[] of = type.getActualTypeArguments();
        Type raw = type.getRawType();
        if (raw == Optional.class) {
            return in -> in.takeNull() ? Optional.empty() : Optional.ofNullable(mapping.readerFor(of[0]).read(in));
        }
        if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
            return collection(of[0], ArrayList::new, mapping);
        }
        if (raw == Set.class) {
            return collection(of[0], LinkedHashSet::new, mapping);
        }
        return raw == Map.class && of[0] == String.class ? map(of[1], mapping) : null;
    }

    private static ValueReader collection(Type element, Supplier<Collection<Object>> empty, ValueMapping mapping) {
        return in -> in.takeNull() ? null : fill(empty.get(), element, in, mapping);
    }

    private static <C extends Collection<Object>> C fill(C into, Type element, ValueInput in, ValueMapping mapping) {
        if (in.openArray()) {
            ValueReader reader = mapping.readerFor(element);
            do {
                into.add(reader.read(in));
            } while (in.moreElements());
        }
        return into;
    }

    private static ValueReader array(Class<?> raw, Type element, ValueMapping mapping) {
        return in -> {
            if (in.takeNull()) {
                return null;
            }
            List<Object> values = fill(new ArrayList<>(), element, in, mapping);
            Object array = Array.newInstance(raw, values.size());
            for (int i = 0; i < values.size(); i++) {
                Array.set(array, i, values.get(i));
            }
            return array;
        };
    }

    private static ValueReader map(Type element, ValueMapping mapping) {
        return in -> {
            if (in.takeNull()) {
                return null;
            }
            Map<String, Object> values = new LinkedHashMap<>();
            if (in.openObject()) {
                ValueReader reader = mapping.readerFor(element);
                do {
                    values.put(in.name(), reader.read(in));
                } while (in.moreMembers());
            }
            return values;
        };
    }

    /** Whether JSON Binding's annotations say nothing about the record, not even on an interface of it. */
    static boolean isPlain(Class<?> record) {
        if (record.getTypeParameters().length > 0) {
            return false;
        }
        return Stream.of(
                        Subtypes.generalTypes(record).stream().flatMap(type -> Arrays.stream(type.getAnnotations())),
                        Arrays.stream(record.getRecordComponents()).flatMap(part -> Arrays.stream(part.getAnnotations())),
                        Arrays.stream(record.getRecordComponents()).flatMap(part -> Arrays.stream(part.getAccessor().getAnnotations())),
                        Arrays.stream(record.getDeclaredFields()).flatMap(field -> Arrays.stream(field.getAnnotations())),
                        Arrays.stream(record.getDeclaredConstructors()).flatMap(creator -> Arrays.stream(creator.getAnnotations())),
                        Arrays.stream(record.getDeclaredConstructors())
                                .flatMap(creator -> Arrays.stream(creator.getParameterAnnotations()))
                                .flatMap(Arrays::stream),
                        Arrays.stream(record.getDeclaredMethods()).flatMap(method -> Arrays.stream(method.getAnnotations())))
                .flatMap(all -> all)
                .noneMatch(annotation -> annotation.annotationType().getPackageName().startsWith("jakarta.json.bind"));
    }
}
