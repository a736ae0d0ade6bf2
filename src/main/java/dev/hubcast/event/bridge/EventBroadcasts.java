package dev.hubcast.event.bridge;

import dev.hubcast.dispatch.HubModel;
import dev.hubcast.dispatch.HubSender;
import dev.hubcast.event.Broadcast;
import dev.hubcast.event.BroadcastTo;
import dev.hubcast.event.Broadcasts;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The application's events that become broadcasts: found at deployment, observed from then on, sent as soon as the hubs are open. */
public final class EventBroadcasts {

    private final Set<Class<?>> eventTypes = new HashSet<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private final Map<Class<?>, List<DeclaredBroadcast>> byType = new LinkedHashMap<>();
    private final Broadcaster broadcaster = new Broadcaster();

    /**
     * Takes what a class of events declares.
     *
     * @param eventType the class
     * @param annotated the class as CDI sees it
     */
    public void find(Class<?> eventType, Annotated annotated) {
        eventTypes.add(eventType);
        all(annotated, BroadcastTo.class, BroadcastTo.List.class, BroadcastTo.List::value)
                .forEach(on -> declarations.add(Declaration.of(eventType, on)));
    }

    /**
     * Takes what a hub declares.
     *
     * @param hub the hub
     * @param annotated its class as CDI sees it
     */
    public void find(HubModel hub, Annotated annotated) {
        all(annotated, Broadcasts.class, Broadcasts.List.class, Broadcasts.List::value)
                .forEach(on -> declarations.add(Declaration.of(hub.type(), hub.name(), on)));
    }

    private static <A extends Annotation, L extends Annotation> Stream<A> all(Annotated annotated, Class<A> single, Class<L> list,
            Function<L, A[]> values) {
        return Stream.concat(
                Stream.ofNullable(annotated.getAnnotation(single)),
                Stream.ofNullable(annotated.getAnnotation(list)).map(values).flatMap(Arrays::stream));
    }

    /**
     * Checks what was found.
     *
     * @param hubs the application's hubs by name
     * @param problems takes each mistake with its cure
     */
    public void check(Map<String, HubSender<?>> hubs, Consumer<String> problems) {
        broadcaster.hubs(hubs);
        DeclarationCheck check = new DeclarationCheck(hubs, problems);
        declarations.forEach(declaration -> check.broadcast(declaration).ifPresent(
                broadcast -> byType.computeIfAbsent(broadcast.eventType(), type -> new ArrayList<>()).add(broadcast)));
    }

    /**
     * Checks that tenants are named only where there are any.
     *
     * @param tenants whether the application has them
     * @throws IllegalStateException if a tenant is named in vain
     */
    public void requireTenants(boolean tenants) {
        declarations.stream().filter(declaration -> !tenants && !declaration.tenant().isEmpty()).findFirst().ifPresent(declaration -> {
            throw new IllegalStateException(declaration.where() + ": it names a tenant, but the application has none. Add a bean that is a"
                    + " TenantResolver, or leave tenant = \"…\" out.");
        });
    }

    /**
     * Adds the observers.
     *
     * @param event where to
     */
    public void observe(AfterBeanDiscovery event) {
        byType.forEach((type, declared) -> {
            List<DeclaredBroadcast> all = List.copyOf(declared);
            observe(event, type, fired -> broadcaster.fired(fired, all));
        });
        observe(event, Broadcast.class, fired -> broadcaster.fired((Broadcast) fired));
    }

    private static void observe(AfterBeanDiscovery event, Class<?> type, Consumer<Object> send) {
        for (boolean async : List.of(false, true)) {
            event.addObserverMethod().beanClass(EventBroadcasts.class).observedType(type).async(async)
                    .notifyWith(context -> send.accept(context.getEvent()));
        }
    }

    /**
     * The classes that carry {@link BroadcastTo} and were found.
     *
     * @return the classes
     */
    public Set<Class<?>> eventTypes() {
        return Set.copyOf(eventTypes);
    }

    /**
     * Begins to send.
     *
     * @param registry knows the transaction of the calling thread
     * @param together runs what sends in one go, on the calling thread
     */
    public void open(TransactionSynchronizationRegistry registry, Executor together) {
        broadcaster.open(registry, together);
    }
}
