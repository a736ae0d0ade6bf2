package dev.hubcast.entity.bridge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The classes of entities of whose changes somebody hears. Safe for use by any number of threads. */
final class LiveEntities {

    private final List<LiveDeclaration> declarations;
    private final Function<Class<?>, ChangeEvents> events;
    private final Map<Class<?>, Optional<LiveEntity>> byType = new ConcurrentHashMap<>();

    /** Takes what was declared, and what fires the events of a class. */
    LiveEntities(List<LiveDeclaration> declarations, Function<Class<?>, ChangeEvents> events) {
        this.declarations = List.copyOf(declarations);
        this.events = events;
    }

    /** Empty if nobody hears of changes of such an object; a subclass is heard where its superclass is. */
    Optional<LiveEntity> of(Object entity) {
        return byType.computeIfAbsent(entity.getClass(), this::look);
    }

    private Optional<LiveEntity> look(Class<?> type) {
        List<LiveDeclaration> heard = declarations.stream().filter(each -> each.entityType().isAssignableFrom(type)).toList();
        return heard.isEmpty()
                ? Optional.empty()
                : Optional.of(new LiveEntity(LiveEntity.nameOf(type), EntityIdentity.of(type), heard, events.apply(type)));
    }
}
