package dev.hubcast.entity;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;

/**
 * Tells {@link EntityChanges} what JPA does with an entity. {@link LiveUpdates} brings it along; no author has to name it.
 *
 * <p>JPA makes one for each persistence unit and calls it from any thread.
 */
public class EntityChangeListener {

    private volatile EntityChanges changes;

    /** Made by JPA. */
    public EntityChangeListener() {}

    /**
     * Called by JPA at the flush.
     *
     * @param entity the entity
     */
    @PostPersist
    public void added(Object entity) {
        changes().added(entity);
    }

    /**
     * Called by JPA at the flush.
     *
     * @param entity the entity
     */
    @PostUpdate
    public void updated(Object entity) {
        changes().updated(entity);
    }

    /**
     * Called by JPA at the flush.
     *
     * @param entity the entity
     */
    @PostRemove
    public void removed(Object entity) {
        changes().removed(entity);
    }

    /** Not injected: a persistence unit may be built before the application's beans are. */
    private EntityChanges changes() {
        EntityChanges known = changes;
        if (known == null) {
            known = CDI.current().select(EntityChanges.class).get();
            changes = known;
        }
        return known;
    }
}
