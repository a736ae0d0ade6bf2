package dev.hubcast.testing;

import dev.hubcast.dispatch.InjectedField;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Makes hubs as a container does: the constructor, then from the topmost class down fields and initializers, at last
 * {@code @PostConstruct} (Jakarta Dependency Injection, "@Inject").
 */
final class HubMaker<H> {

    private final Class<H> type;
    private final ProvidedBeans beans;

    HubMaker(Class<H> type, ProvidedBeans beans) {
        this.type = type;
        this.beans = beans;
    }

    H make() {
        H hub = type.cast(run(() -> constructor().newInstance(arguments(constructor()))));
        for (Class<?> each : fromTheTop()) {
            for (Field field : each.getDeclaredFields()) {
                fill(hub, field);
            }
            for (Method method : each.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Inject.class) && !isOverridden(method)) {
                    run(() -> accessible(method).invoke(hub, arguments(method)));
                }
            }
        }
        for (Class<?> each : fromTheTop()) {
            for (Method method : each.getDeclaredMethods()) {
                if (method.isAnnotationPresent(PostConstruct.class) && !isOverridden(method)) {
                    run(() -> accessible(method).invoke(hub));
                }
            }
        }
        return hub;
    }

    private void fill(H hub, Field field) {
        if (InjectedField.is(field)) {
            String place = "Field " + field.getName() + " of " + field.getDeclaringClass().getSimpleName();
            Object bean = beans.injected(field.getGenericType(), place);
            run(() -> {
                accessible(field).set(hub, bean);
                return null;
            });
        }
    }

    private Constructor<?> constructor() {
        Constructor<?>[] all = type.getDeclaredConstructors();
        return accessible(Arrays.stream(all)
                .filter(each -> each.isAnnotationPresent(Inject.class))
                .findFirst()
                .or(() -> Arrays.stream(all).filter(each -> each.getParameterCount() == 0).findFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        type.getSimpleName() + " has neither a constructor that takes nothing nor one that carries @Inject.")));
    }

    private Object[] arguments(Executable executable) {
        String place = "A parameter of " + (executable instanceof Constructor<?> ? "the constructor" : executable.getName()) + " of "
                + executable.getDeclaringClass().getSimpleName();
        return Arrays.stream(executable.getGenericParameterTypes()).map(each -> beans.injected(each, place)).toArray();
    }

    private Deque<Class<?>> fromTheTop() {
        Deque<Class<?>> classes = new ArrayDeque<>();
        for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
            classes.push(at);
        }
        return classes;
    }

    private boolean isOverridden(Method method) {
        return !Modifier.isPrivate(method.getModifiers()) && fromTheTop().stream()
                .filter(each -> each != method.getDeclaringClass() && method.getDeclaringClass().isAssignableFrom(each))
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .anyMatch(other -> other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
    }

    private static <A extends AccessibleObject> A accessible(A member) {
        member.setAccessible(true);
        return member;
    }

    private interface Reflection {

        Object run() throws ReflectiveOperationException;
    }

    /** What the hub's own code throws is the cause. */
    private Object run(Reflection work) {
        try {
            return work.run();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type.getSimpleName() + " could not be made: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getSimpleName() + " could not be made: " + e, e);
        }
    }
}
