package dev.hubcast.entity;

/**
 * Takes note of changes of entities that carry {@link LiveUpdates}, as {@link EntityChangeListener} does for those that JPA tells of. For
 * what it does not tell of, such as JPQL bulk updates and native SQL, any bean can have it injected and tell by itself:
 *
 * <pre>{@code
 * @Inject EntityChanges changes;
 *
 * entities.createQuery("update TodoItem t set t.completed = true where t.list = :list").setParameter("list", list).executeUpdate();
 * entities.createQuery("select t from TodoItem t where t.list = :list", TodoItem.class).setParameter("list", list).getResultList()
 *         .forEach(changes::updated);
 * }</pre>
 *
 * <p>What is told in a transaction counts with what JPA tells in it: it is sent after the commit, once for each entity with its final
 * state, and not at all after a rollback. Without a transaction it is sent at once. An entity without {@link LiveUpdates} is no matter.
 * Safe for use by any number of threads. Nothing is thrown, but {@link NullPointerException} for null.
 */
public interface EntityChanges {

    /**
     * An entity was added.
     *
     * @param entity the entity with its id, not null
     */
    void added(Object entity);

    /**
     * An entity was updated.
     *
     * @param entity the entity, not null
     */
    void updated(Object entity);

    /**
     * An entity was removed.
     *
     * @param entity the entity as it was, not null
     */
    void removed(Object entity);
}
