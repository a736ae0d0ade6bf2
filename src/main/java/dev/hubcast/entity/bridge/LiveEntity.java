package dev.hubcast.entity.bridge;

import jakarta.persistence.Entity;
import java.util.List;

/**
 * A class of entities of whose changes somebody hears.
 *
 * @param name the entity's name
 * @param identity tells which objects are the same entity
 * @param declarations which clients hear of changes
 * @param events tells beans
 */
record LiveEntity(String name, EntityIdentity identity, List<LiveDeclaration> declarations, ChangeEvents events) {

    /** JPA's name of an entity. */
    static String nameOf(Class<?> type) {
        Entity entity = type.getAnnotation(Entity.class);
        return entity == null || entity.name().isEmpty() ? type.getSimpleName() : entity.name();
    }
}
