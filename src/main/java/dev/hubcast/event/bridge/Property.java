package dev.hubcast.event.bridge;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A property of an object, or of what one of its properties holds: looked up at deployment, read by method handles. Immutable. */
public final class Property {

    private static final MethodType ANY = MethodType.methodType(Object.class, Object.class);

    private final List<MethodHandle> steps;

    private final Class<?> type;

    private Property(List<MethodHandle> steps, Class<?> type) {
        this.steps = List.copyOf(steps);
        this.type = type;
    }

    /**
     * Looks a property up, of whatever type.
     *
     * @param type whose property it is
     * @param path its name, or several with dots between them
     * @return the property
     * @throws IllegalArgumentException if there is none; the message says which there are
     */
    public static Property any(Class<?> type, String path) {
        List<MethodHandle> steps = new ArrayList<>();
        Class<?> at = type;
        for (String name : path.split("\\.", -1)) {
            Member member = member(at, name);
            steps.add(handle(member).asType(ANY));
            at = heldBy(member);
        }
        return new Property(steps, at);
    }

    /**
     * Looks up a property whose value can be told as text.
     *
     * @throws IllegalArgumentException if there is none, or it holds no single value; the message says which there are
     */
    static Property of(Class<?> type, String path) {
        Property property = any(type, path);
        Class<?> at = property.type;
        if (at.isArray() || Iterable.class.isAssignableFrom(at) || Map.class.isAssignableFrom(at)) {
            throw new IllegalArgumentException("{" + path + "} holds several values. Name a property that holds one.");
        }
        return property;
    }

    private static Member member(Class<?> type, String name) {
        Optional<? extends Member> found = accessors(type)
                .filter(method -> nameOf(method).equals(name) || method.getName().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            found = fields(type).filter(field -> field.getName().equals(name)).findFirst();
        }
        return found.orElseThrow(() -> new IllegalArgumentException(type.getName() + " has no property " + name + ". It has: "
                + namesOf(type) + ". Name one of them, or add a getter."));
    }

    private static MethodHandle handle(Member member) {
        try {
            MethodHandles.Lookup lookup = lookup(member.getDeclaringClass());
            return member instanceof Method method ? lookup.unreflect(method) : lookup.unreflectGetter((Field) member);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(member.getDeclaringClass().getName() + "." + member.getName() + " cannot be read. Make it"
                    + " public, and its class too.", e);
        }
    }

    /** What a member holds; of an {@link Optional}, what that holds. */
    private static Class<?> heldBy(Member member) {
        Type type = member instanceof Method method ? method.getGenericReturnType() : ((Field) member).getGenericType();
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class
                && optional.getActualTypeArguments()[0] instanceof Class<?> within) {
            return within;
        }
        return member instanceof Method method ? method.getReturnType() : ((Field) member).getType();
    }

    /** Records' own methods, getters, and methods of the property's name. */
    private static Stream<Method> accessors(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() != void.class
                        && !Modifier.isStatic(method.getModifiers()) && !method.isBridge()
                        && method.getDeclaringClass() != Object.class);
    }

    private static Stream<Field> fields(Class<?> type) {
        return Arrays.stream(type.getFields()).filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    private static String nameOf(Method method) {
        String name = method.getName();
        if (name.startsWith("get") && name.length() > 3) {
            return decapitalised(name.substring(3));
        }
        boolean asks = method.getReturnType() == boolean.class && name.startsWith("is") && name.length() > 2;
        return asks ? decapitalised(name.substring(2)) : name;
    }

    private static String namesOf(Class<?> type) {
        List<String> names = Stream.concat(
                        accessors(type).filter(method -> !List.of("hashCode", "toString").contains(method.getName())).map(Property::nameOf),
                        fields(type).map(Field::getName))
                .distinct().sorted().toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    static String decapitalised(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** An application's classes may keep to their package; those of the platform are public, and not opened to anybody. */
    private static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
        return Modifier.isPublic(type.getModifiers()) && type.getModule().isNamed()
                ? MethodHandles.publicLookup()
                : MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    /** The value as text; null if it, or what should hold it, is null or an empty {@link Optional}. */
    String of(Object holder) {
        Object value = value(holder);
        if (value == null) {
            return null;
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    /**
     * Reads the property.
     *
     * @param holder an object of the type that the property was looked up in
     * @return the value; null if it, or what should hold it, is null or an empty {@link Optional}
     */
    public Object value(Object holder) {
        Object value = holder;
        for (MethodHandle step : steps) {
            value = read(step, value);
            if (value == null) {
                return null;
            }
        }
        return value;
    }

    private static Object read(MethodHandle step, Object holder) {
        Object value;
        try {
            value = (Object) step.invokeExact(holder);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) { // what a getter declares
            throw new IllegalStateException(e);
        }
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }
}
