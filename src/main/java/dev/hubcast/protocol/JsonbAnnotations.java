package dev.hubcast.protocol;

import jakarta.json.bind.annotation.JsonbAnnotation;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds JSON Binding's annotations, also where they stand on an annotation of the application's own (JSON Binding 3.0, 4.8). */
final class JsonbAnnotations {

    private JsonbAnnotations() {}

    /** The annotation on the first of the elements that has it; elements may be null. */
    static <A extends Annotation> Optional<A> find(Class<A> type, AnnotatedElement... elements) {
        return find(type, Stream.of(elements));
    }

    static <A extends Annotation> Optional<A> find(Class<A> type, Stream<? extends AnnotatedElement> elements) {
        return elements.filter(Objects::nonNull).flatMap(element -> on(element, type).stream()).findFirst();
    }

    private static <A extends Annotation> Optional<A> on(AnnotatedElement element, Class<A> type) {
        A direct = element.getAnnotation(type);
        if (direct != null) {
            return Optional.of(direct);
        }
        return Stream.of(element.getAnnotations())
                .map(Annotation::annotationType)
                .filter(own -> own.isAnnotationPresent(JsonbAnnotation.class) && !own.getName().startsWith("jakarta."))
                .flatMap(own -> on(own, type).stream())
                .findFirst();
    }
}
