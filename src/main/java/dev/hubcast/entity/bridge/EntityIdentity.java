package dev.hubcast.entity.bridge;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Tells which objects are the same entity: those of one class with equal ids. Immutable. */
final class EntityIdentity {

    private static final MethodType ANY = MethodType.methodType(Object.class, Object.class);

    private record Key(Class<?> type, List<Object> ids) {}

    /** Of an entity whose id is not known here. */
    private record Instance(Object entity) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Instance instance && instance.entity == entity;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(entity);
        }
    }

    private final List<MethodHandle> ids;

    private EntityIdentity(List<MethodHandle> ids) {
        this.ids = List.copyOf(ids);
    }

    /** Looks for the fields or getters that JPA's annotations say hold the id. */
    static EntityIdentity of(Class<?> type) {
        List<MethodHandle> ids = new ArrayList<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            addIds(at, ids);
        }
        return new EntityIdentity(ids);
    }

    private static void addIds(Class<?> type, List<MethodHandle> ids) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            for (Field field : type.getDeclaredFields()) {
                if (isId(field)) {
                    ids.add(lookup.unreflectGetter(field).asType(ANY));
                }
            }
            for (Method method : type.getDeclaredMethods()) {
                if (isId(method) && method.getParameterCount() == 0) {
                    ids.add(lookup.unreflect(method).asType(ANY));
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("The id of " + type.getName() + " cannot be read. Open its package to Hubcast.", e);
        }
    }

    private static boolean isId(AnnotatedElement member) {
        return member.isAnnotationPresent(Id.class) || member.isAnnotationPresent(EmbeddedId.class);
    }

    /** Equal for the same entity. One without an id, as far as is known here, is the same as itself alone. */
    Object of(Object entity) {
        if (ids.isEmpty()) {
            return new Instance(entity);
        }
        List<Object> values = new ArrayList<>(ids.size());
        for (MethodHandle id : ids) {
            values.add(read(id, entity));
        }
        return new Key(entity.getClass(), values);
    }

    private static Object read(MethodHandle id, Object entity) {
        try {
            return (Object) id.invokeExact(entity);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) { // what a getter declares
            throw new IllegalStateException(e);
        }
    }
}
