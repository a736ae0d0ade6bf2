package dev.hubcast.deployment;

import dev.hubcast.EventQueues;
import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.RealtimeService;
import dev.hubcast.dispatch.CallScope;
import dev.hubcast.dispatch.HubModel;
import dev.hubcast.dispatch.HubModelReader;
import dev.hubcast.dispatch.HubSender;
import dev.hubcast.entity.EntityChanges;
import dev.hubcast.entity.LiveUpdates;
import dev.hubcast.entity.bridge.EntityBroadcasts;
import dev.hubcast.event.BroadcastTo;
import dev.hubcast.event.OfHub;
import dev.hubcast.event.bridge.EventBroadcasts;
import dev.hubcast.transport.HubEndpoints;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the application's hubs, adds the beans that hubs and others have injected, and fails the deployment where a hub cannot work. The
 * application's hubs are open from the start of its web context, see {@link HubcastInitializer}.
 */
public final class HubcastExtension implements Extension {

    private static final Logger LOG = System.getLogger(HubcastExtension.class.getName());

    private final Map<Class<?>, AnnotatedType<?>> found = new LinkedHashMap<>();
    private final List<HubModel> models = new ArrayList<>();
    private final Map<String, HubSender<?>> senders = new HashMap<>();
    private final EventBroadcasts broadcasts = new EventBroadcasts();
    private final EntityBroadcasts entities = new EntityBroadcasts();
    private final Map<String, Class<?>> observed = new LinkedHashMap<>();
    private final Set<String> roles = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();
    private final FilterBeans filters = new FilterBeans();
    private final ApplicationQueues queues = new ApplicationQueues();

    void find(@Observes @WithAnnotations(Hub.class) ProcessAnnotatedType<?> event) {
        AnnotatedType<?> type = event.getAnnotatedType();
        if (type.isAnnotationPresent(Hub.class)) {
            found.put(type.getJavaClass(), type);
        }
    }

    /** A class of events is no bean by its declaration; one that has a scope of its own is. */
    void findEvents(@Observes @WithAnnotations({BroadcastTo.class, BroadcastTo.List.class}) ProcessAnnotatedType<?> event,
            BeanManager beans) {
        AnnotatedType<?> type = event.getAnnotatedType();
        if (type.isAnnotationPresent(BroadcastTo.class) || type.isAnnotationPresent(BroadcastTo.List.class)) {
            broadcasts.find(type.getJavaClass(), type);
            if (type.getAnnotations().stream().noneMatch(annotation -> beans.isScope(annotation.annotationType()))) {
                event.veto();
            }
        }
    }

    /** An entity is no bean. */
    void findEntities(@Observes @WithAnnotations({LiveUpdates.class, LiveUpdates.List.class}) ProcessAnnotatedType<?> event) {
        AnnotatedType<?> type = event.getAnnotatedType();
        if (type.isAnnotationPresent(LiveUpdates.class) || type.isAnnotationPresent(LiveUpdates.List.class)) {
            entities.find(type.getJavaClass(), type);
            event.veto();
        }
    }

    /** An observer of a hub that does not exist would wait for ever. */
    void collectObservers(@Observes ProcessObserverMethod<?, ?> event) {
        entities.find(event);
        event.getObserverMethod().getObservedQualifiers().stream()
                .filter(OfHub.class::isInstance)
                .forEach(qualifier -> observed.put(((OfHub) qualifier).value(), event.getObserverMethod().getBeanClass()));
    }

    void collectFilters(@Observes ProcessBean<?> event) {
        filters.find(event);
    }

    /** Every role that is named anywhere has to be declared, or no server answers for it. */
    void collectRoles(@Observes @WithAnnotations({RolesAllowed.class, DeclareRoles.class}) ProcessAnnotatedType<?> event) {
        AnnotatedType<?> type = event.getAnnotatedType();
        Stream.concat(Stream.of(type), type.getMethods().stream()).forEach(this::collectRoles);
    }

    private void collectRoles(Annotated annotated) {
        if (annotated.isAnnotationPresent(RolesAllowed.class)) {
            Collections.addAll(roles, annotated.getAnnotation(RolesAllowed.class).value());
        }
        if (annotated.isAnnotationPresent(DeclareRoles.class)) {
            Collections.addAll(roles, annotated.getAnnotation(DeclareRoles.class).value());
        }
    }

    void addBeans(@Observes AfterBeanDiscovery event, BeanManager beans) {
        found.values().forEach(type -> read(type, beans));
        requireDistinct();
        for (HubModel model : models) {
            senders.put(model.name(), new HubSender<>());
            broadcasts.find(model, found.get(model.type()));
        }
        broadcasts.check(senders, problems::add);
        entities.check(senders, beans, problems::add);
        requireObservedHubs();
        // Now, because later the container would have told first what follows from them.
        problems.forEach(problem -> event.addDefinitionError(new DefinitionException(problem)));
        for (HubModel model : models) {
            HubSender<?> sender = senderOf(model);
            event.addBean()
                    .addTransitiveTypeClosure(HubContext.class)
                    .types(new OfHubType(HubContext.class, model.type()), Object.class)
                    .scope(ApplicationScoped.class)
                    .id("hubcast.context." + model.name())
                    .createWith(context -> sender);
            event.addBean()
                    .types(new OfHubType(RealtimeService.class, model.type()), Object.class)
                    .scope(ApplicationScoped.class)
                    .id("hubcast.realtime." + model.name())
                    .createWith(context -> RealtimeService.over(sender));
        }
        event.addBean()
                .types(HubCaller.class, Object.class)
                .scope(ApplicationScoped.class)
                .id("hubcast.caller")
                .createWith(context -> CallScope.injectedCaller());
        event.addBean()
                .types(EventQueues.class, Object.class)
                .scope(ApplicationScoped.class)
                .id("hubcast.queues")
                .createWith(context -> queues.use());
        event.addBean()
                .types(EntityChanges.class, Object.class)
                .scope(ApplicationScoped.class)
                .id("hubcast.entities")
                .createWith(context -> entities.changes());
        broadcasts.observe(event);
    }

    void checkFilters(@Observes AfterDeploymentValidation event) {
        filters.check(senders.keySet(), problem -> event.addDeploymentProblem(new DeploymentException(problem)));
    }

    private void read(AnnotatedType<?> type, BeanManager beans) {
        HubModelReader reader = new HubModelReader(type, beans::isScope);
        reader.read().ifPresent(models::add);
        problems.addAll(reader.problems());
    }

    private void requireObservedHubs() {
        observed.forEach((hub, type) -> {
            if (!senders.containsKey(hub)) {
                problems.add("Observer in " + type.getName() + ": there is no hub '" + hub + "', as its @OfHub says. Name one of these: "
                        + String.join(", ", new TreeSet<>(senders.keySet())) + ".");
            }
        });
    }

    private void requireDistinct() {
        Map<String, HubModel> names = new HashMap<>();
        Map<String, HubModel> paths = new HashMap<>();
        for (HubModel model : models) {
            HubModel sameName = names.put(model.name(), model);
            if (sameName != null) {
                problems.add("Hubs " + sameName.type().getName() + " and " + model.type().getName() + " have the same name '" + model.name()
                        + "'. Give one of them another by @Hub(name = …).");
            }
            HubModel samePath = paths.put(HubEndpoints.shape(model.endpoint().path()), model);
            if (samePath != null) {
                problems.add("Hubs " + samePath.type().getName() + " and " + model.type().getName() + " have the same path. Give one of"
                        + " them another by @ServerEndpoint.");
            }
        }
    }

    /**
     * The extension of the application on whose behalf the thread runs.
     *
     * @return empty if the application has no beans
     */
    public static Optional<HubcastExtension> ofApplication() {
        CDI<Object> cdi;
        try {
            cdi = CDI.current();
        } catch (IllegalStateException e) { // CDI's way to say that there is none
            LOG.log(Level.DEBUG, "No CDI in this application", e);
            return Optional.empty();
        }
        return Optional.ofNullable(cdi.getBeanManager().getExtension(HubcastExtension.class));
    }

    /**
     * The application's hubs.
     *
     * @return what each offers
     */
    public List<HubModel> models() {
        return models;
    }

    /**
     * What was injected as a hub's {@link HubContext}.
     *
     * @param model one of the application's hubs
     * @return what sends to its clients
     */
    public HubSender<?> senderOf(HubModel model) {
        return senders.get(model.name());
    }

    /** The application's events that become broadcasts. */
    EventBroadcasts broadcasts() {
        return broadcasts;
    }

    /** The application's hub filters. */
    FilterBeans filters() {
        return filters;
    }

    /** What was injected as {@link EventQueues}. */
    ApplicationQueues queues() {
        return queues;
    }

    /** The application's entities with live updates. */
    EntityBroadcasts entities() {
        return entities;
    }

    /**
     * The roles that the application's beans name.
     *
     * @return the roles, without the one of every authenticated caller
     */
    public Set<String> roles() {
        Set<String> named = new TreeSet<>(roles);
        named.remove("**");
        return named;
    }
}
