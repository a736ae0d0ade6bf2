package dev.hubcast.deployment;

import dev.hubcast.Hub;
import dev.hubcast.HubFilter;
import dev.hubcast.dispatch.HubModel;
import dev.hubcast.entity.LiveUpdates;
import dev.hubcast.event.BroadcastTo;
import jakarta.decorator.Decorator;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Vetoed;
import jakarta.servlet.ServletException;
import jakarta.websocket.server.ServerApplicationConfig;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the servlet container found against what CDI found: each hub is a bean, and nobody else deploys it. */
final class DeploymentCheck {

    private final Set<Class<?>> found;

    /** Takes the classes that the servlet container found: hubs, filters and {@link ServerApplicationConfig}s. */
    DeploymentCheck(Set<Class<?>> found) {
        this.found = found;
    }

    /** A hub that CDI has not seen would be deployed as an ordinary endpoint, without any of its rules. */
    void requireBeans(Collection<HubModel> models) throws ServletException {
        Set<Class<?>> beans = models.stream().map(HubModel::type).collect(Collectors.toUnmodifiableSet());
        Set<Class<?>> strangers = found.stream()
                .filter(type -> type.isAnnotationPresent(Hub.class) && !beans.contains(type))
                .collect(Collectors.toUnmodifiableSet());
        if (!strangers.isEmpty()) {
            throw new ServletException("Hub " + names(strangers) + " is no CDI bean here. Put a beans.xml into WEB-INF, whose"
                    + " bean-discovery-mode is annotated or all, and veto no hub.");
        }
    }

    /** Events of a class that CDI has not seen would be fired and nobody would hear them. */
    void requireHeard(Set<Class<?>> eventTypes) throws ServletException {
        Set<Class<?>> strangers = found.stream()
                .filter(type -> type.isAnnotationPresent(BroadcastTo.class) || type.isAnnotationPresent(BroadcastTo.List.class))
                .filter(type -> !eventTypes.contains(type))
                .collect(Collectors.toUnmodifiableSet());
        if (!strangers.isEmpty()) {
            throw new ServletException("@BroadcastTo on " + names(strangers) + " is not seen by CDI here. Put a beans.xml into META-INF of"
                    + " the class's JAR, whose bean-discovery-mode is annotated or all, and do not veto it; or declare the class by"
                    + " @Broadcasts on the hub.");
        }
    }

    /** A filter that CDI has not seen would let everything pass. Takes those that it has, empty if a bean makes some. */
    void requireFilterBeans(Optional<Set<Class<?>>> beans) throws ServletException {
        Set<Class<?>> strangers = found.stream()
                .filter(type -> beans.isPresent() && isFilter(type) && !beans.get().contains(type))
                .collect(Collectors.toUnmodifiableSet());
        if (!strangers.isEmpty()) {
            throw new ServletException("Filter " + names(strangers) + " is no CDI bean here. Give it a scope, such as @ApplicationScoped;"
                    + " or @Vetoed, if it is not meant to be one.");
        }
    }

    private static boolean isFilter(Class<?> type) {
        boolean made = type.isLocalClass() || type.isAnonymousClass() || type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
        return HubFilter.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()) && !made
                && Stream.of(Vetoed.class, Alternative.class, Decorator.class).noneMatch(type::isAnnotationPresent);
    }

    /** JPA would tell of changes of an entity that CDI has not seen, and nobody would hear. */
    void requireTold(Set<Class<?>> entityTypes) throws ServletException {
        Set<Class<?>> strangers = found.stream()
                .filter(type -> type.isAnnotationPresent(LiveUpdates.class) || type.isAnnotationPresent(LiveUpdates.List.class))
                .filter(type -> !entityTypes.contains(type))
                .collect(Collectors.toUnmodifiableSet());
        if (!strangers.isEmpty()) {
            throw new ServletException("@LiveUpdates on " + names(strangers) + " is not seen by CDI here. Put a beans.xml into META-INF of"
                    + " the class's JAR, whose bean-discovery-mode is annotated or all, and do not veto it.");
        }
    }

    /** Another configuration that returns a hub would have the container deploy it a second time. */
    void requireOneDeployment(Collection<HubModel> models) throws ServletException {
        Set<Class<?>> hubs = models.stream().map(HubModel::type).collect(Collectors.toUnmodifiableSet());
        for (Class<?> type : found) {
            if (!ServerApplicationConfig.class.isAssignableFrom(type) || type == HubEndpointRegistration.class || type.isInterface()) {
                continue;
            }
            Set<Class<?>> deployed = annotatedEndpoints(type, hubs);
            if (deployed != null && deployed.stream().anyMatch(hubs::contains)) {
                deployed = deployed.stream().filter(hubs::contains).collect(Collectors.toUnmodifiableSet());
                throw new ServletException(type.getName() + ".getAnnotatedEndpointClasses returns the hub " + names(deployed)
                        + ", which Hubcast deploys already. Leave out classes that carry @Hub.");
            }
        }
    }

    /** What an author wants of a WebSocket and only the container's could give. */
    static void requireHonoured(Collection<HubModel> models, WebSocketKind webSocket) throws ServletException {
        for (HubModel model : models) {
            if (webSocket == WebSocketKind.UPGRADE && model.endpoint().overrides("getNegotiatedExtensions")) {
                throw new ServletException("Hub " + model.type().getName() + ": its configurator "
                        + model.endpoint().configurator().getName() + " overrides getNegotiatedExtensions, but Hubcast's own WebSocket has"
                        + " no extensions. Remove that method, or leave WebSocket to the server by hubcast.websocket=container.");
            }
        }
    }

    private static Set<Class<?>> annotatedEndpoints(Class<?> configuration, Set<Class<?>> hubs) throws ServletException {
        try {
            return ((ServerApplicationConfig) configuration.getDeclaredConstructor().newInstance()).getAnnotatedEndpointClasses(hubs);
        } catch (InvocationTargetException e) {
            throw new ServletException(configuration.getName() + " cannot be made.", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new ServletException(configuration.getName() + " cannot be made.", e);
        }
    }

    private static String names(Set<Class<?>> types) {
        return types.stream().map(Class::getName).sorted().collect(Collectors.joining(", "));
    }
}
