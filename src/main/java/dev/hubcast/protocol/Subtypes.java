package dev.hubcast.protocol;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Objects that say by a property of which subclass they are (JSON Binding 3.0, 4.9): only of those that an annotation lists. */
final class Subtypes {

    private Subtypes() {}

    /** What an object of a class says of itself, by the names of the properties; what is said first belongs to the most general type. */
    static Map<String, String> said(Class<?> type) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Class<?> general : generalTypes(type)) {
            JsonbTypeInfo info = general.getAnnotation(JsonbTypeInfo.class);
            if (info != null) {
                Arrays.stream(info.value())
                        .filter(subtype -> subtype.type().isAssignableFrom(type))
                        .findFirst()
                        .ifPresent(subtype -> said.put(info.key(), subtype.alias()));
            }
        }
        return said;
    }

    /** All that a class is, the most general first. */
    static Set<Class<?>> generalTypes(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        if (type.getSuperclass() != null) {
            types.addAll(generalTypes(type.getSuperclass()));
        }
        Arrays.stream(type.getInterfaces()).forEach(each -> types.addAll(generalTypes(each)));
        types.add(type);
        return types;
    }

    /** The reader for a type whose objects say what they are; null for any other. */
    static ValueReader readerFor(Class<?> type, ValueMapping mapping) {
        JsonbTypeInfo info = type.getAnnotation(JsonbTypeInfo.class);
        if (info == null) {
            return null;
        }
        Map<String, Class<?>> types = new LinkedHashMap<>();
        for (JsonbSubtype subtype : info.value()) {
            types.put(subtype.alias(), subtype.type());
        }
        return in -> in.takeNull() ? null : readerOf(said(in, info.key()), types, type, mapping).read(in);
    }

    private static ValueReader readerOf(String alias, Map<String, Class<?>> types, Class<?> otherwise, ValueMapping mapping) {
        Class<?> subtype = alias == null ? otherwise : types.get(alias);
        if (subtype == null) {
            throw new IllegalArgumentException("no such subtype of " + otherwise.getName());
        }
        return subtype == otherwise ? ClassReader.plain(subtype, mapping) : mapping.readerFor(subtype);
    }

    /** What the object ahead says under a name; null if nothing. */
    private static String said(ValueInput in, String key) {
        MessagePackInput ahead = ((MessagePackInput) in).ahead();
        if (ahead.openObject()) {
            do {
                if (ahead.name().equals(key)) {
                    return ahead.string();
                }
                ahead.skip();
            } while (ahead.moreMembers());
        }
        return null;
    }
}
