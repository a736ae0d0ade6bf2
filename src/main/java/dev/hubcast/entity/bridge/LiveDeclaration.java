package dev.hubcast.entity.bridge;

import dev.hubcast.connection.Audience;
import dev.hubcast.entity.EntityChange;
import dev.hubcast.event.bridge.BroadcastTarget;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How changes of a class of entities become broadcasts to one hub.
 *
 * @param entityType the class
 * @param hub the hub's name
 * @param target whose clients hear of them
 * @param view what they read of the entity
 * @param exceptOrigin whether the connection that a change came from does not hear of it
 * @param names how they are told what was done
 */
record LiveDeclaration(Class<?> entityType, String hub, BroadcastTarget target, EntityView view, boolean exceptOrigin,
        OperationNames names) {

    private static final Logger LOG = System.getLogger(LiveDeclaration.class.getName());

    /** The same, when the application's beans are there. Throws what a mapping throws that cannot be made. */
    LiveDeclaration opened(OperationNames names) {
        return new LiveDeclaration(entityType, hub, target, view.opened(), exceptOrigin, names);
    }

    /** Writes the message, with the entity as it is now. The origin may be null. Empty if nobody is to hear of the change. */
    Optional<Runnable> prepare(EntityChange<?> change, Origin origin) {
        Set<String> without = exceptOrigin && origin != null ? origin.in(target.hub().hub()) : Set.of();
        Optional<Audience> audience = target.audienceOf(change.entity(), without);
        if (audience.isEmpty()) {
            LOG.log(Level.WARNING, "Nobody hears of a change of {0} as ''{1}'': a placeholder in ''{2}'' has no value",
                    change.entityName(), target.method(), target);
            return Optional.empty();
        }
        Object read = view.of(change.entity(), change.operation());
        return read == null
                ? Optional.empty()
                : Optional.of(target.hub().prepare(audience.get(), target.method(), List.of(message(change, read))));
    }

    private Map<String, Object> message(EntityChange<?> change, Object read) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("operation", names.of(change.operation()));
        message.put("entityName", change.entityName());
        message.put("entity", read);
        return message;
    }
}
