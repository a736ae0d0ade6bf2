package dev.hubcast.protocol;

import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a map as an object of a class, by the rules of JSON Binding: names in any case, unknown ones skipped. Immutable. */
final class ClassReader implements ValueReader {

    private final ClassCreator creator;
    private final Object[] defaults;
    private final Map<String, Member> members = new HashMap<>();
    private final ValueMapping mapping;

    /** What a name stands for: the creator's parameter of that index, or a property. */
    private record Member(int parameter, ClassProperty property, Type type, Conversion conversion) {}

    private record Value(ClassProperty property, Object value) {}

    private ClassReader(Type type, ValueMapping mapping) {
        Class<?> raw = GenericTypes.raw(type);
        Map<TypeVariable<?>, Type> variables = GenericTypes.variables(type);
        Conversions conversions = new Conversions(mapping);
        this.mapping = mapping;
        this.creator = ClassCreator.of(raw);
        for (ClassProperty property : ClassProperties.of(raw, mapping)) {
            if (property.isRead()) {
                Type declared = GenericTypes.resolve(property.readType(), variables);
                add(property.readName(), new Member(-1, property, declared,
                        conversions.of(declared, property.owner(), property.whereRead())));
            }
        }
        List<Parameter> parameters = creator.parameters();
        this.defaults = parameters.stream().map(parameter -> ClassCreator.defaultOf(parameter.getType())).toArray();
        for (int i = 0; i < defaults.length; i++) {
            Parameter parameter = parameters.get(i);
            Type declared = GenericTypes.resolve(parameter.getParameterizedType(), variables);
            add(ClassCreator.nameOf(parameter), new Member(i, null, declared, conversions.of(declared, raw, parameter)));
        }
    }

    /** The reader for a class; throws {@link IllegalArgumentException} if it can't be made, or asks for what MessagePack can't do. */
    static ValueReader of(Type type, ValueMapping mapping) {
        Class<?> raw = GenericTypes.raw(type);
        Conversion whole = new Conversions(mapping).of(raw);
        if (whole != null) {
            return in -> in.takeNull() ? null : whole.read(in);
        }
        ValueReader bySubtype = Subtypes.readerFor(raw, mapping);
        return bySubtype != null ? bySubtype : plain(type, mapping);
    }

    /** The reader for objects of the class itself. */
    static ValueReader plain(Type type, ValueMapping mapping) {
        return new ClassReader(type, mapping);
    }

    private void add(String name, Member member) {
        members.put(name, member);
        members.merge(anyCase(name), member, (known, other) -> other.parameter() >= 0 ? other : known);
    }

    @Override
    public Object read(ValueInput in) {
        if (in.takeNull()) {
            return null;
        }
        Object[] arguments = defaults.clone();
        List<Value> values = new ArrayList<>();
        if (in.openObject()) {
            do {
                member(in, arguments, values);
            } while (in.moreMembers());
        }
        Object made = creator.create(arguments);
        values.forEach(each -> each.property().set(made, each.value()));
        return made;
    }

    private void member(ValueInput in, Object[] arguments, List<Value> values) {
        String name = in.name();
        Member member = members.getOrDefault(name, members.get(anyCase(name)));
        if (member == null) {
            in.skip();
        } else if (member.parameter() >= 0) {
            arguments[member.parameter()] = value(in, member);
        } else {
            values.add(new Value(member.property(), value(in, member)));
        }
    }

    private Object value(ValueInput in, Member member) {
        if (member.conversion() == null) {
            return mapping.readerFor(member.type()).read(in);
        }
        return in.takeNull() ? null : member.conversion().read(in);
    }

    private static String anyCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
