package dev.hubcast.dispatch;

import dev.hubcast.HubFilter;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.function.Consumer;

/** Whether a class can be a hub: a bean that the container can proxy, and that keeps no state of one connection in a field. */
final class HubClassCheck {

    private final Class<?> hubClass;
    private final boolean ownScope;
    private final Consumer<String> problems;

    /** An author who writes a scope on the class takes the duty for its fields and for proxies over. */
    HubClassCheck(Class<?> hubClass, boolean ownScope, Consumer<String> problems) {
        this.hubClass = hubClass;
        this.ownScope = ownScope;
        this.problems = problems;
    }

    void check() {
        boolean inner = hubClass.isMemberClass() && !Modifier.isStatic(hubClass.getModifiers());
        if (hubClass.isInterface() || Modifier.isAbstract(hubClass.getModifiers()) || inner) {
            problems.accept("it cannot be a bean. Make it a concrete class, static if it lies in another class.");
        }
        if (HubFilter.class.isAssignableFrom(hubClass)) {
            problems.accept("it is a HubFilter too, whose methods clients would call. Make the filter a bean of its own.");
        }
        if (!ownScope) {
            proxy();
            fields();
        }
    }

    private void proxy() {
        if (Modifier.isFinal(hubClass.getModifiers())) {
            problems.accept("the container cannot make a proxy of a final class. Remove 'final'.");
        }
        boolean constructor = Arrays.stream(hubClass.getDeclaredConstructors())
                .anyMatch(each -> each.getParameterCount() == 0 && !Modifier.isPrivate(each.getModifiers()));
        if (!constructor) {
            problems.accept("the container cannot make a proxy of a class without a constructor that takes nothing. Add one beside the"
                    + " other, or inject fields.");
        }
        for (Method method : hubClass.getDeclaredMethods()) {
            int modifiers = method.getModifiers();
            if (Modifier.isFinal(modifiers) && !Modifier.isStatic(modifiers) && !Modifier.isPrivate(modifiers)) {
                problems.accept("the container cannot make a proxy for the final method " + method.getName() + ". Remove 'final'.");
            }
        }
    }

    private void fields() {
        for (Class<?> at = hubClass; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (isState(field)) {
                    problems.accept("field " + field.getName() + " is neither final nor injected, but one instance serves all connections."
                            + " Keep what belongs to a connection in HubCaller.items() and what all share in a bean of its own; or write"
                            + " a scope on the class and mind its threads yourself.");
                }
            }
        }
    }

    private static boolean isState(Field field) {
        int modifiers = field.getModifiers();
        return !Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers) && !field.isSynthetic()
                && !InjectedField.is(field);
    }
}
