package dev.hubcast.entity.bridge;

import dev.hubcast.entity.EntityChange;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.EnumSet;
import java.util.Set;

/**
 * The application's observers of {@link EntityChange}s. They hear of a change in the phase that they name, but of a firing of its own, and
 * not because CDI keeps it for them: Hibernate flushes when it is too late on WildFly to register anything that CDI could wait by, and then
 * observers of a success hear nothing, and those of a failure hear of every success.
 */
final class ChangeObservers {

    private static final Logger LOG = System.getLogger(ChangeObservers.class.getName());

    private final Set<TransactionPhase> phases = EnumSet.noneOf(TransactionPhase.class);
    private boolean async;

    /** Looks at any observer. */
    <T> void find(ProcessObserverMethod<T, ?> event) {
        ObserverMethod<T> observer = event.getObserverMethod();
        if (!isOfChanges(observer.getObservedType())) {
            return;
        }
        if (observer.isAsync()) {
            async = true;
        } else {
            phases.add(observer.getTransactionPhase());
            event.configureObserverMethod()
                    .addQualifier(new Due.Literal(observer.getTransactionPhase()))
                    .transactionPhase(TransactionPhase.IN_PROGRESS)
                    .notifyWith(context -> tell(observer, context));
        }
    }

    private static boolean isOfChanges(Type observed) {
        return observed == EntityChange.class
                || observed instanceof ParameterizedType type && type.getRawType() == EntityChange.class;
    }

    /** What it throws would keep other observers from being told. */
    private static <T> void tell(ObserverMethod<T> observer, EventContext<T> context) {
        try {
            observer.notify(context);
        } catch (RuntimeException e) {
            failed((EntityChange<?>) context.getEvent(), e);
        }
    }

    static void failed(EntityChange<?> change, Throwable failure) {
        LOG.log(Level.ERROR, () -> "An observer of " + change.operation() + " " + change.entityName() + " failed", failure);
    }

    /** In which phases there are observers, perhaps of some classes of entities alone. */
    Set<TransactionPhase> phases() {
        return phases;
    }

    /** Whether there are asynchronous ones, perhaps of some classes alone. */
    boolean areAsync() {
        return async;
    }
}
