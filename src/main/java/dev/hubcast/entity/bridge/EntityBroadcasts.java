package dev.hubcast.entity.bridge;

import dev.hubcast.dispatch.HubSender;
import dev.hubcast.entity.EntityChanges;
import dev.hubcast.entity.EntityOperation;
import dev.hubcast.entity.LiveUpdates;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The application's entities with live updates: found at deployment, told of from when the hubs are open. */
public final class EntityBroadcasts {

    private final Map<Class<?>, List<LiveUpdates>> declared = new LinkedHashMap<>();
    private final List<LiveDeclaration> declarations = new ArrayList<>();
    private final FromTheOpening changes = new FromTheOpening();
    private final ChangeObservers observers = new ChangeObservers();

    /**
     * Takes what a class of entities declares.
     *
     * @param type the class
     * @param annotated the class as CDI sees it
     */
    public void find(Class<?> type, Annotated annotated) {
        declared.put(type, Stream.concat(
                Stream.ofNullable(annotated.getAnnotation(LiveUpdates.class)),
                Stream.ofNullable(annotated.getAnnotation(LiveUpdates.List.class)).flatMap(list -> Arrays.stream(list.value()))).toList());
    }

    /**
     * Takes note of an observer, if it is one of {@link dev.hubcast.entity.EntityChange}s.
     *
     * @param observer any observer
     */
    public void find(ProcessObserverMethod<?, ?> observer) {
        observers.find(observer);
    }

    /**
     * Checks what was found.
     *
     * @param hubs the application's hubs by name
     * @param beans finds mappings that are beans
     * @param problems takes each mistake with its cure
     */
    public void check(Map<String, HubSender<?>> hubs, BeanManager beans, Consumer<String> problems) {
        LiveDeclarationCheck check = new LiveDeclarationCheck(hubs, beans, problems);
        declared.forEach((type, all) -> all.forEach(on -> check.declaration(type, on).ifPresent(declarations::add)));
    }

    /**
     * The classes that carry {@link LiveUpdates} and were found.
     *
     * @return the classes
     */
    public Set<Class<?>> entityTypes() {
        return Set.copyOf(declared.keySet());
    }

    /**
     * What is injected.
     *
     * @return takes note of changes, from the opening on
     */
    public EntityChanges changes() {
        return changes;
    }

    /**
     * Begins to take note.
     *
     * @param registry knows the transaction of the calling thread
     * @param beans the application's beans, with their observers
     * @param names how the clients of a hub are told what was done, by the hub's name
     * @param limit how many entities of one transaction are told of
     * @throws IllegalStateException if a mapping is neither a bean nor can be made; the message says so
     */
    public void open(TransactionSynchronizationRegistry registry, BeanManager beans, Function<String, OperationNames> names, int limit) {
        List<LiveDeclaration> opened = declarations.stream().map(each -> each.opened(names.apply(each.hub()))).toList();
        LiveEntities entities = new LiveEntities(opened, type -> ChangeEvents.of(beans, type, observers));
        boolean askForOrigin = opened.stream().anyMatch(LiveDeclaration::exceptOrigin);
        changes.noted = new NotedChanges(entities, registry, () -> askForOrigin ? Origin.ofThread(beans) : null, limit,
                new RequestContext(beans));
    }

    /** Before, there are no clients. */
    private static final class FromTheOpening implements EntityChanges {

        private volatile NotedChanges noted;

        @Override
        public void added(Object entity) {
            note(EntityOperation.ADD, entity);
        }

        @Override
        public void updated(Object entity) {
            note(EntityOperation.UPDATE, entity);
        }

        @Override
        public void removed(Object entity) {
            note(EntityOperation.DELETE, entity);
        }

        private void note(EntityOperation operation, Object entity) {
            Objects.requireNonNull(entity, "entity");
            NotedChanges open = noted;
            if (open != null) {
                open.note(operation, entity);
            }
        }
    }
}
