package dev.hubcast.dispatch;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** A violated constraint as a validation provider tells it. */
final class FakeViolation {

    static final String VALUE = "the secret value";

    private FakeViolation() {}

    /** A violation of a method's parameter, or of a property below it. */
    static ConstraintViolation<?> of(String message, String method, String... below) {
        List<Path.Node> nodes = new ArrayList<>(List.of(node(method, ElementKind.METHOD)));
        for (int i = 0; i < below.length; i++) {
            nodes.add(node(below[i], i == 0 ? ElementKind.PARAMETER : ElementKind.PROPERTY));
        }
        Path path = (Path) proxy(Path.class, "iterator", nodes);
        return (ConstraintViolation<?>) Proxy.newProxyInstance(FakeViolation.class.getClassLoader(),
                new Class<?>[] {ConstraintViolation.class}, (proxy, called, arguments) -> switch (called.getName()) {
                    case "getPropertyPath" -> path;
                    case "getMessage" -> message;
                    case "getInvalidValue", "toString" -> VALUE;
                    case "hashCode" -> message.hashCode();
                    case "equals" -> proxy == arguments[0];
                    default -> throw new UnsupportedOperationException(called.toString());
                });
    }

    private static Object proxy(Class<?> type, String iterator, List<?> elements) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
            if (called.getName().equals(iterator)) {
                return elements.iterator();
            }
            return called.getName().equals("toString") ? elements.toString() : null;
        });
    }

    private static Path.Node node(String name, ElementKind kind) {
        return (Path.Node) Proxy.newProxyInstance(Path.class.getClassLoader(), new Class<?>[] {Path.Node.class},
                (proxy, called, arguments) -> called.getName().equals("getKind") ? kind : name);
    }
}
