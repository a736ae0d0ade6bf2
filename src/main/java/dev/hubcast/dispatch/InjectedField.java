package dev.hubcast.dispatch;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;

/** Tells which fields the container fills. */
public final class InjectedField {

    /** By name, because not every server has all of them. */
    private static final Set<String> INJECTS = Set.of(
            "jakarta.inject.Inject", "jakarta.ejb.EJB", "jakarta.annotation.Resource", "jakarta.persistence.PersistenceContext",
            "jakarta.persistence.PersistenceUnit", "jakarta.xml.ws.WebServiceRef",
            "org.eclipse.microprofile.config.inject.ConfigProperty");

    private InjectedField() {}

    /**
     * Whether a field carries one of the annotations by which Jakarta EE or MicroProfile injects.
     *
     * @param field the field
     * @return whether the container fills it
     */
    public static boolean is(Field field) {
        return Arrays.stream(field.getAnnotations()).map(Annotation::annotationType).map(Class::getName).anyMatch(INJECTS::contains);
    }
}
