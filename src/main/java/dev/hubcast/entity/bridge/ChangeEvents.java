package dev.hubcast.entity.bridge;

import dev.hubcast.entity.EntityChange;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Fires {@link EntityChange}s of one class of entities, so that observers are told apart by that class. */
final class ChangeEvents {

    private final Map<TransactionPhase, Event<Object>> synchronous = new EnumMap<>(TransactionPhase.class);
    /** Null if nobody observes asynchronously. */
    private final Event<Object> asynchronous;

    private ChangeEvents(Event<Object> events, ChangeObservers observers) {
        observers.phases().forEach(phase -> synchronous.put(phase, events.select(new Due.Literal(phase))));
        asynchronous = observers.areAsync() ? events : null;
    }

    /** As if a bean had {@code Event<EntityChange<T>>} injected: CDI offers no other way to name a type that is known at run time alone. */
    @SuppressWarnings("unchecked") // what is fired is of that type
    static ChangeEvents of(BeanManager beans, Class<?> entityType, ChangeObservers observers) {
        Type event = new Parameterized(Event.class, new Parameterized(EntityChange.class, entityType));
        return new ChangeEvents((Event<Object>) beans.getInjectableReference(
                new EventPoint(event), beans.createCreationalContext(null)), observers);
    }

    /** Whether anybody hears of changes after the transaction. */
    boolean areObservedLater() {
        return asynchronous != null || !Collections.disjoint(synchronous.keySet(), TransactionChanges.AFTERWARDS);
    }

    /** Tells those observers whose phase it is. */
    void fire(TransactionPhase phase, EntityChange<?> change) {
        Event<Object> events = synchronous.get(phase);
        if (events != null) {
            events.fire(change);
        }
    }

    /** Tells asynchronous observers. */
    void fireAsync(EntityChange<?> change) {
        if (asynchronous != null) {
            asynchronous.fireAsync(change).whenComplete((done, failure) -> {
                if (failure != null) {
                    ChangeObservers.failed(change, failure);
                }
            });
        }
    }

    private record EventPoint(Type type) implements InjectionPoint {

        @Override
        public Type getType() {
            return type;
        }

        @Override
        public Set<Annotation> getQualifiers() {
            return Set.of(Any.Literal.INSTANCE);
        }

        @Override
        public Bean<?> getBean() {
            return null;
        }

        @Override
        public Member getMember() {
            return null;
        }

        @Override
        public Annotated getAnnotated() {
            return null;
        }

        @Override
        public boolean isDelegate() {
            return false;
        }

        @Override
        public boolean isTransient() {
            return false;
        }
    }

    /** A generic type with one argument; equal to every other implementation's. */
    private record Parameterized(Class<?> raw, Type argument) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {argument};
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return raw.getDeclaringClass();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ParameterizedType type && type.getRawType() == raw
                    && Arrays.equals(type.getActualTypeArguments(), getActualTypeArguments());
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(getActualTypeArguments()) ^ raw.hashCode();
        }
    }
}
