package dev.hubcast.entity.bridge;

import dev.hubcast.entity.EntityOperation;
import java.util.Optional;

/** What becomes of one entity in the course of a transaction. */
final class Fate {

    private final LiveEntity type;
    private final boolean wasThere;
    private boolean isThere;
    private Object entity;

    Fate(LiveEntity type, EntityOperation first) {
        this.type = type;
        this.wasThere = first != EntityOperation.ADD;
    }

    /** The instance is the newest: after a flush and a clear the same entity may be another object. */
    void then(EntityOperation operation, Object instance) {
        isThere = operation != EntityOperation.DELETE;
        entity = instance;
    }

    /** All in all; empty if it came and went. */
    Optional<EntityOperation> operation() {
        if (wasThere) {
            return Optional.of(isThere ? EntityOperation.UPDATE : EntityOperation.DELETE);
        }
        return isThere ? Optional.of(EntityOperation.ADD) : Optional.empty();
    }

    LiveEntity type() {
        return type;
    }

    Object entity() {
        return entity;
    }
}
