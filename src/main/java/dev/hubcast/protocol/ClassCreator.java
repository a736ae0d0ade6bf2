package dev.hubcast.protocol;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How an object is made: by what {@code @JsonbCreator} marks, a record's constructor, or one without parameters. Immutable. */
final class ClassCreator {

    private final Executable executable;

    private ClassCreator(Executable executable) {
        this.executable = executable;
        executable.trySetAccessible();
    }

    /** Throws {@link IllegalArgumentException} if there is no way. */
    static ClassCreator of(Class<?> type) {
        Optional<Executable> marked = Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredConstructors()),
                        Arrays.stream(type.getDeclaredMethods()).filter(method -> Modifier.isStatic(method.getModifiers())))
                .filter(each -> JsonbAnnotations.find(JsonbCreator.class, each).isPresent())
                .findFirst();
        return new ClassCreator(marked.orElseGet(() -> usual(type)));
    }

    private static Constructor<?> usual(Class<?> type) {
        Class<?>[] parameters = type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new)
                : new Class<?>[0];
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            boolean hidden = Modifier.isAbstract(type.getModifiers())
                    || Modifier.isPrivate(constructor.getModifiers()) && !type.isRecord();
            if (!hidden) {
                return constructor;
            }
        } catch (NoSuchMethodException e) {
            // told below
        }
        throw new IllegalArgumentException(type.getName() + " has neither a constructor without parameters nor a @JsonbCreator.");
    }

    /** Makes objects of a class that has a constructor without parameters. */
    static Supplier<Object> withoutArguments(Class<?> type) {
        ClassCreator creator = new ClassCreator(usual(type));
        return () -> creator.create(new Object[0]);
    }

    List<Parameter> parameters() {
        return List.of(executable.getParameters());
    }

    /** The name of what a parameter takes. */
    static String nameOf(Parameter parameter) {
        return JsonbAnnotations.find(JsonbProperty.class, (AnnotatedElement) parameter)
                .map(JsonbProperty::value)
                .filter(name -> !name.isEmpty())
                .orElse(parameter.getName());
    }

    /** What a parameter gets about which nothing was said. */
    static Object defaultOf(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    Object create(Object[] arguments) {
        try {
            return executable instanceof Method method
                    ? method.invoke(null, arguments)
                    : ((Constructor<?>) executable).newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(executable.getDeclaringClass().getName() + " refuses these values.", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(executable + " cannot be called.", e);
        }
    }
}
