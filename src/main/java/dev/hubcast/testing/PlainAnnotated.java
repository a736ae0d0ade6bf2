package dev.hubcast.testing;

import jakarta.enterprise.inject.spi.Annotated;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;

/** Something with annotations as it is written. */
class PlainAnnotated implements Annotated {

    private final AnnotatedElement element;
    private final Type type;
    private final Class<?> raw;

    PlainAnnotated(AnnotatedElement element, Type type, Class<?> raw) {
        this.element = element;
        this.type = type;
        this.raw = raw;
    }

    @Override
    public Type getBaseType() {
        return type;
    }

    /** Of generic supertypes the class alone. */
    @Override
    public Set<Type> getTypeClosure() {
        Set<Type> types = new LinkedHashSet<>(Set.of(type));
        for (Class<?> at = raw; at != null; at = at.getSuperclass()) {
            types.add(at);
            addInterfaces(at, types);
        }
        types.add(Object.class);
        return types;
    }

    private static void addInterfaces(Class<?> of, Set<Type> types) {
        for (Class<?> each : of.getInterfaces()) {
            types.add(each);
            addInterfaces(each, types);
        }
    }

    @Override
    public <T extends Annotation> T getAnnotation(Class<T> annotationType) {
        return element.getAnnotation(annotationType);
    }

    @Override
    public <T extends Annotation> Set<T> getAnnotations(Class<T> annotationType) {
        return Set.of(element.getAnnotationsByType(annotationType));
    }

    @Override
    public Set<Annotation> getAnnotations() {
        return Set.of(element.getAnnotations());
    }

    @Override
    public boolean isAnnotationPresent(Class<? extends Annotation> annotationType) {
        return element.isAnnotationPresent(annotationType);
    }
}
