package dev.hubcast.entity;

/**
 * Makes of an entity what clients read of it, see {@link LiveUpdates#mapping()}: a CDI bean, or a class with a public constructor without
 * parameters.
 *
 * <p>It is called in the transaction, after the last flush, so that it may follow the entity's relations; it must change no entity. It must
 * be safe for use by several threads. What it throws is logged, and nobody hears of that change.
 *
 * @param <T> the entity's class
 */
@FunctionalInterface
public interface EntityMapping<T> {

    /**
     * Maps an entity.
     *
     * @param entity the entity in its final state, not null
     * @param operation what was done to it, not null
     * @return what the hub's JSON mapping writes in the entity's place; null if nobody is to hear of this change
     */
    Object map(T entity, EntityOperation operation);

    /** Stands for no mapping: the entity is written as it is. */
    final class None implements EntityMapping<Object> {

        private None() {}

        @Override
        public Object map(Object entity, EntityOperation operation) {
            return entity;
        }
    }
}
