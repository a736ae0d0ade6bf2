package dev.hubcast.protocol;

import java.util.List;
import java.util.Map;

/** Writes objects of one class as maps, by the rules of JSON Binding. Immutable. */
final class ClassWriter {

    private final Conversion conversion;
    private final Map<String, String> subtypes;
    private final List<Member> members;

    private record Member(ClassProperty property, String name, Conversion conversion, boolean writesNull) {}

    private ClassWriter(Conversion conversion, Map<String, String> subtypes, List<Member> members) {
        this.conversion = conversion;
        this.subtypes = subtypes;
        this.members = members;
    }

    /** The writer for a class; throws {@link IllegalArgumentException} if it asks for what MessagePack can't do. */
    static ClassWriter of(Class<?> type, MessagePackMapping mapping) {
        Conversions conversions = new Conversions(mapping);
        Conversion whole = conversions.of(type);
        if (whole != null) {
            return new ClassWriter(whole, Map.of(), List.of());
        }
        return new ClassWriter(null, Subtypes.said(type), ClassProperties.of(type, mapping).stream()
                .filter(ClassProperty::isWritten)
                .map(property -> new Member(property, property.writtenName(),
                        conversions.of(property.writtenType(), property.owner(), property.whereWritten()), property.writesNull()))
                .toList());
    }

    void write(MessagePackOutput out, Object value, int depth, MessagePackMapping mapping) {
        if (conversion != null) {
            conversion.write(out, value, depth);
            return;
        }
        Object[] values = members.stream().map(member -> member.property().get(value)).toArray();
        out.beginObject(subtypes.size() + count(values));
        subtypes.forEach((key, alias) -> {
            out.text(key);
            out.text(alias);
        });
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null || members.get(i).writesNull()) {
                write(out, members.get(i), values[i], depth + 1, mapping);
            }
        }
    }

    private int count(Object[] values) {
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            count += values[i] != null || members.get(i).writesNull() ? 1 : 0;
        }
        return count;
    }

    private static void write(MessagePackOutput out, Member member, Object value, int depth, MessagePackMapping mapping) {
        out.text(member.name());
        if (member.conversion() != null && value != null) {
            member.conversion().write(out, value, depth);
        } else {
            mapping.write(out, value, depth);
        }
    }
}
