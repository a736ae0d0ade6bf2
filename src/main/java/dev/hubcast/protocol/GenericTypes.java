package dev.hubcast.protocol;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the variables of generic types stand for. */
final class GenericTypes {

    /** A generic type with arguments that were found out. */
    private record Known(Class<?> raw, List<Type> arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return raw.getDeclaringClass();
        }
    }

    private record KnownArray(Type getGenericComponentType) implements GenericArrayType {}

    private GenericTypes() {}

    /** The class of a type; that of a variable or wildcard is its bound's. */
    static Class<?> raw(Type type) {
        if (type instanceof Class<?> known) {
            return known;
        }
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
        }
        return raw(type instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : ((TypeVariable<?>) type).getBounds()[0]);
    }

    /** What the variables of a type and of all that it extends stand for, as far as the type says. */
    static Map<TypeVariable<?>, Type> variables(Type type) {
        Map<TypeVariable<?>, Type> known = new HashMap<>();
        collect(type, known);
        return known;
    }

    private static void collect(Type type, Map<TypeVariable<?>, Type> known) {
        if (type instanceof ParameterizedType generic) {
            TypeVariable<?>[] variables = raw(generic).getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                known.put(variables[i], resolve(generic.getActualTypeArguments()[i], known));
            }
        }
        Class<?> raw = raw(type);
        if (raw.getGenericSuperclass() != null) {
            collect(raw.getGenericSuperclass(), known);
        }
        Arrays.stream(raw.getGenericInterfaces()).forEach(each -> collect(each, known));
    }

    /** The type with its variables replaced by what they stand for; one that stands for nothing known, by its bound. */
    static Type resolve(Type type, Map<TypeVariable<?>, Type> known) {
        if (type instanceof TypeVariable<?> variable) {
            return known.getOrDefault(variable, raw(variable));
        }
        if (type instanceof ParameterizedType generic) {
            return new Known(raw(generic), Arrays.stream(generic.getActualTypeArguments()).map(each -> resolve(each, known)).toList());
        }
        if (type instanceof GenericArrayType array) {
            Type element = resolve(array.getGenericComponentType(), known);
            return element instanceof Class<?> simple ? Array.newInstance(simple, 0).getClass() : new KnownArray(element);
        }
        return type instanceof WildcardType wildcard ? resolve(wildcard.getUpperBounds()[0], known) : type;
    }

    /** What a type says of an argument of something that it extends; {@code Object} if nothing. */
    static Type argument(Type type, Class<?> generic, int index) {
        return variables(type).getOrDefault(generic.getTypeParameters()[index], Object.class);
    }
}
