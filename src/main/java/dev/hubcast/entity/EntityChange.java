package dev.hubcast.entity;

import java.util.Objects;

/**
 * A transaction has changed an entity that carries {@link LiveUpdates}: a CDI event that any bean can observe, by the entity's own class.
 *
 * <pre>{@code
 * void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) EntityChange<TodoItem> change) {
 *     replica.tell(change.operation(), change.entity());
 * }
 * }</pre>
 *
 * <p>It is heard once for each entity, by each observer in the phase that it names: a plain {@code @Observes} hears it in the transaction
 * that changed the entity, after the last flush, as one of {@code BEFORE_COMPLETION} does, the others when the transaction has ended. A
 * transaction that was rolled back before its commit is not heard of at all. An asynchronous observer hears it after the commit, in no
 * order. What an observer throws is logged; neither the transaction nor other observers nor what clients hear suffers from it.
 * {@code EntityChange<? extends Item>} observes the changes of several classes.
 *
 * @param operation what was done to it, not null
 * @param entityName its name: that of {@code @Entity}, or the simple name of its class; not null
 * @param entity the entity in its final state, managed until the transaction ends unless it was removed; not null
 * @param <T> the entity's class
 */
public record EntityChange<T>(EntityOperation operation, String entityName, T entity) {

    /** Checks. */
    public EntityChange {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(entityName, "entityName");
        Objects.requireNonNull(entity, "entity");
    }
}
