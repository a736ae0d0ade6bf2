package dev.hubcast.testing;

import jakarta.enterprise.inject.spi.AnnotatedCallable;
import jakarta.enterprise.inject.spi.AnnotatedConstructor;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A class as it is written, in CDI's words: what a container would begin with. */
final class PlainType<X> extends PlainAnnotated implements AnnotatedType<X> {

    private final Class<X> type;

    PlainType(Class<X> type) {
        super(type, type, type);
        this.type = type;
    }

    @Override
    public Class<X> getJavaClass() {
        return type;
    }

    @Override
    public Set<AnnotatedConstructor<X>> getConstructors() {
        return Arrays.stream(type.getDeclaredConstructors())
                .map(each -> new PlainConstructor<>(this, each))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Set<AnnotatedMethod<? super X>> getMethods() {
        Set<AnnotatedMethod<? super X>> methods = new LinkedHashSet<>();
        for (Class<? super X> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            methods.addAll(new PlainType<>(at).ownMethods());
        }
        return methods;
    }

    private List<AnnotatedMethod<X>> ownMethods() {
        List<AnnotatedMethod<X>> own = new ArrayList<>();
        for (Method each : type.getDeclaredMethods()) {
            own.add(new PlainMethod<>(this, each));
        }
        return own;
    }

    @Override
    public Set<AnnotatedField<? super X>> getFields() {
        Set<AnnotatedField<? super X>> fields = new LinkedHashSet<>();
        for (Class<? super X> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            fields.addAll(new PlainType<>(at).ownFields());
        }
        return fields;
    }

    private List<AnnotatedField<X>> ownFields() {
        List<AnnotatedField<X>> own = new ArrayList<>();
        for (Field each : type.getDeclaredFields()) {
            own.add(new PlainField<>(this, each));
        }
        return own;
    }

    private abstract static class PlainMember<X, M extends Member & AnnotatedElement> extends PlainAnnotated implements AnnotatedMember<X> {

        private final AnnotatedType<X> declaring;
        private final M member;

        PlainMember(AnnotatedType<X> declaring, M member, Type type, Class<?> raw) {
            super(member, type, raw);
            this.declaring = declaring;
            this.member = member;
        }

        M member() {
            return member;
        }

        @Override
        public boolean isStatic() {
            return Modifier.isStatic(member.getModifiers());
        }

        @Override
        public AnnotatedType<X> getDeclaringType() {
            return declaring;
        }
    }

    private static final class PlainField<X> extends PlainMember<X, Field> implements AnnotatedField<X> {

        PlainField(AnnotatedType<X> declaring, Field field) {
            super(declaring, field, field.getGenericType(), field.getType());
        }

        @Override
        public Field getJavaMember() {
            return member();
        }
    }

    private abstract static class PlainCallable<X, M extends Executable> extends PlainMember<X, M> implements AnnotatedCallable<X> {

        PlainCallable(AnnotatedType<X> declaring, M executable, Type type, Class<?> raw) {
            super(declaring, executable, type, raw);
        }

        @Override
        public List<AnnotatedParameter<X>> getParameters() {
            List<AnnotatedParameter<X>> parameters = new ArrayList<>();
            for (Parameter each : member().getParameters()) {
                parameters.add(new PlainParameter<>(this, parameters.size(), each));
            }
            return parameters;
        }
    }

    private static final class PlainMethod<X> extends PlainCallable<X, Method> implements AnnotatedMethod<X> {

        PlainMethod(AnnotatedType<X> declaring, Method method) {
            super(declaring, method, method.getGenericReturnType(), method.getReturnType());
        }

        @Override
        public Method getJavaMember() {
            return member();
        }
    }

    private static final class PlainConstructor<X> extends PlainCallable<X, Constructor<X>> implements AnnotatedConstructor<X> {

        @SuppressWarnings("unchecked") // a class declares constructors of its own
        PlainConstructor(AnnotatedType<X> declaring, Constructor<?> constructor) {
            super(declaring, (Constructor<X>) constructor, declaring.getJavaClass(), declaring.getJavaClass());
        }

        @Override
        public Constructor<X> getJavaMember() {
            return member();
        }
    }

    private static final class PlainParameter<X> extends PlainAnnotated implements AnnotatedParameter<X> {

        private final AnnotatedCallable<X> declaring;
        private final int position;

        PlainParameter(AnnotatedCallable<X> declaring, int position, Parameter parameter) {
            super(parameter, parameter.getParameterizedType(), parameter.getType());
            this.declaring = declaring;
            this.position = position;
        }

        @Override
        public int getPosition() {
            return position;
        }

        @Override
        public AnnotatedCallable<X> getDeclaringCallable() {
            return declaring;
        }
    }
}
