package dev.hubcast.event.bridge;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.util.Set;

/**
 * Fires events of one type, if anybody observes them, to observers of either kind.
 *
 * @param events what fires
 * @param observed whether there are synchronous observers
 * @param observedAsync whether there are asynchronous ones
 * @param <T> the type
 */
record Firing<T>(Event<T> events, boolean observed, boolean observedAsync) {

    private static final Logger LOG = System.getLogger(Firing.class.getName());

    /** Looks for observers of such an event. */
    @SuppressWarnings("unchecked") // an object's class
    static <T> Firing<T> of(BeanManager beans, T such, Annotation qualifier) {
        Set<ObserverMethod<? super T>> observers = beans.resolveObserverMethods(such, qualifier);
        return new Firing<>(beans.getEvent().select((Class<T>) such.getClass(), qualifier),
                observers.stream().anyMatch(each -> !each.isAsync()), observers.stream().anyMatch(ObserverMethod::isAsync));
    }

    boolean isObserved() {
        return observed || observedAsync;
    }

    /** What observers throw is logged. */
    void fire(T event) {
        if (observedAsync) {
            events.fireAsync(event).whenComplete((done, failure) -> {
                if (failure != null) {
                    failed(event, failure);
                }
            });
        }
        if (observed) {
            try {
                events.fire(event);
            } catch (RuntimeException e) {
                failed(event, e);
            }
        }
    }

    private static void failed(Object event, Throwable failure) {
        LOG.log(Level.ERROR, () -> "An observer of " + event + " failed", failure);
    }
}
