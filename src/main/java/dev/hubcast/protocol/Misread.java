package dev.hubcast.protocol;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;

/**
 * Classes that Yasson 3.0, both servers' JSON Binding, cannot read where names of properties count in any case: what a constructor or a
 * {@code @JsonbCreator} takes it looks for in lower case alone, so that a name with a capital fails.
 */
final class Misread {

    /** By these a class is read in another way than by its creator. */
    private static final List<Class<? extends Annotation>> OTHERWISE =
            List.of(JsonbTypeDeserializer.class, JsonbTypeAdapter.class, JsonbTypeInfo.class);

    private Misread() {}

    static boolean is(Class<?> type) {
        return hasCreator(type)
                && OTHERWISE.stream().noneMatch(type::isAnnotationPresent)
                && ClassCreator.of(type).parameters().stream().map(ClassCreator::nameOf).anyMatch(Misread::hasCapital);
    }

    private static boolean hasCreator(Class<?> type) {
        return type.isRecord() || Stream.concat(Stream.of(type.getDeclaredConstructors()), Stream.of(type.getDeclaredMethods()))
                .anyMatch(each -> each.isAnnotationPresent(JsonbCreator.class));
    }

    private static boolean hasCapital(String name) {
        return name.chars().anyMatch(Character::isUpperCase);
    }
}
