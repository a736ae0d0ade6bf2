package dev.hubcast.deployment;

import dev.hubcast.transport.HubEndpoints;
import dev.hubcast.transport.HubFilter;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.websocket.server.ServerApplicationConfig;
import java.lang.reflect.InvocationTargetException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Puts Hubcast's filter in front of the server's own WebSocket filter, declares the application's roles, and opens the hubs with the web
 * context.
 */
@HandlesTypes(ServerApplicationConfig.class)
public final class HubcastInitializer implements ServletContainerInitializer {

    private static final String CONTEXT_SERVICE = "java:comp/DefaultContextService";
    private static final String THREAD_FACTORY = "java:comp/DefaultManagedThreadFactory";

    @Override
    public void onStartup(Set<Class<?>> configurations, ServletContext context) throws ServletException {
        HubcastExtension extension = HubcastApplication.extension();
        if (extension.models().isEmpty()) {
            return;
        }
        requireOneDeployment(configurations, extension);
        Set<String> roles = extension.roles();
        context.declareRoles(roles.toArray(String[]::new));
        HubEndpoints endpoints = new HubEndpoints();
        FilterRegistration.Dynamic filter = context.addFilter("hubcast", new HubFilter(endpoints, roles, HubcastInitializer::capture));
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        context.addListener(new Lifecycle(new HubcastApplication(extension, endpoints)));
    }

    /** Another configuration that returns a hub class would have the container deploy it as an ordinary endpoint beside the hub. */
    private static void requireOneDeployment(Set<Class<?>> configurations, HubcastExtension extension) throws ServletException {
        if (configurations == null) {
            return;
        }
        Set<Class<?>> hubs = extension.models().stream().map(model -> model.type()).collect(Collectors.toUnmodifiableSet());
        for (Class<?> configuration : configurations) {
            if (configuration == HubEndpointRegistration.class || configuration.isInterface()) {
                continue;
            }
            Set<Class<?>> deployed = annotatedEndpoints(configuration, hubs);
            if (deployed != null && deployed.stream().anyMatch(hubs::contains)) {
                throw new ServletException(configuration.getName() + ".getAnnotatedEndpointClasses returns the hub "
                        + deployed.stream().filter(hubs::contains).map(Class::getName).sorted().collect(Collectors.joining(", "))
                        + ", which Hubcast deploys already. Leave out classes that carry @Hub.");
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

    /** The context of the request on this thread: identity, class loader, naming. */
    private static Executor capture() {
        return ((ContextService) lookup(CONTEXT_SERVICE)).currentContextExecutor();
    }

    private static Object lookup(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("The server offers no " + name + ", which Jakarta EE demands.", e);
        }
    }

    private record Lifecycle(HubcastApplication application) implements ServletContextListener {

        @Override
        public void contextInitialized(ServletContextEvent event) {
            application.start((ManagedThreadFactory) lookup(THREAD_FACTORY));
        }

        @Override
        public void contextDestroyed(ServletContextEvent event) {
            application.stop();
        }
    }
}
