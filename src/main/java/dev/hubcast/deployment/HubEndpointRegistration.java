package dev.hubcast.deployment;

import dev.hubcast.Hub;
import dev.hubcast.dispatch.HubModel;
import dev.hubcast.transport.ContainerEndpoint;
import dev.hubcast.transport.HubConfigurator;
import jakarta.servlet.ServletContext;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerApplicationConfig;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which WebSocket endpoints the container deploys: all that it found but the hubs, and, where hubs use the container's WebSocket, for each
 * hub's path one of Hubcast's own.
 */
public final class HubEndpointRegistration implements ServerApplicationConfig {

    @Override
    public Set<Class<?>> getAnnotatedEndpointClasses(Set<Class<?>> scanned) {
        return scanned.stream().filter(type -> !type.isAnnotationPresent(Hub.class)).collect(Collectors.toSet());
    }

    /** None: WildFly asks before there are beans. */
    @Override
    public Set<ServerEndpointConfig> getEndpointConfigs(Set<Class<? extends Endpoint>> scanned) {
        return Set.of();
    }

    /** Deploys the hubs to the container's WebSocket; to be called while the web context starts (Jakarta WebSocket 2.1, section 6.4). */
    static void deploy(Map<HubModel, ServerEndpointConfig> hubs, ServletContext context) {
        ServerContainer container = (ServerContainer) context.getAttribute(ServerContainer.class.getName());
        if (container == null) {
            throw new IllegalStateException("The server has no WebSocket of its own for this application. Leave out hubcast.websocket.");
        }
        hubs.forEach((model, authors) -> {
            try {
                container.addEndpoint(config(model, new HubConfigurator(authors.getConfigurator())));
            } catch (DeploymentException e) {
                throw new IllegalStateException("Hub " + model.type().getName() + " cannot be deployed to the server's WebSocket.", e);
            }
        });
    }

    /** What the author's annotation says. */
    static ServerEndpointConfig authorsConfig(HubModel model) {
        return config(model, configurator(model));
    }

    private static ServerEndpointConfig config(HubModel model, ServerEndpointConfig.Configurator configurator) {
        return ServerEndpointConfig.Builder.create(ContainerEndpoint.class, model.endpoint().path())
                .subprotocols(model.endpoint().subprotocols())
                .configurator(configurator)
                .build();
    }

    private static ServerEndpointConfig.Configurator configurator(HubModel model) {
        try {
            return model.endpoint().configurator().getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Hub " + model.type().getName() + ": its configurator cannot be made.", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Hub " + model.type().getName() + ": its configurator "
                    + model.endpoint().configurator().getName() + " cannot be made. Give it a public constructor that takes nothing.", e);
        }
    }
}
