package dev.hubcast.deployment;

import dev.hubcast.Hub;
import dev.hubcast.HubFilter;
import dev.hubcast.connection.HttpSessions;
import dev.hubcast.dispatch.HubModel;
import dev.hubcast.entity.LiveUpdates;
import dev.hubcast.event.BroadcastTo;
import dev.hubcast.queue.QueueFilter;
import dev.hubcast.security.OriginPolicy;
import dev.hubcast.transport.HubEndpoints;
import dev.hubcast.transport.HubServletFilter;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.websocket.server.ServerApplicationConfig;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Puts Hubcast's filter in front of the server's own WebSocket filter, declares the application's roles, and opens the hubs with the web
 * context. An application that has neither hubs nor event queues notices nothing.
 */
@HandlesTypes({ServerApplicationConfig.class, Hub.class, HubFilter.class, BroadcastTo.class, BroadcastTo.List.class, LiveUpdates.class,
        LiveUpdates.List.class})
public final class HubcastInitializer implements ServletContainerInitializer {

    private static final String CONTEXT_SERVICE = "java:comp/DefaultContextService";
    private static final String THREAD_FACTORY = "java:comp/DefaultManagedThreadFactory";
    private static final String TRANSACTIONS = "java:comp/TransactionSynchronizationRegistry";

    @Override
    public void onStartup(Set<Class<?>> found, ServletContext context) throws ServletException {
        HubcastExtension extension = HubcastExtension.ofApplication().orElse(null);
        List<HubModel> models = extension == null ? List.of() : extension.models();
        DeploymentCheck check = new DeploymentCheck(found == null ? Set.of() : found);
        check.requireBeans(models);
        check.requireOneDeployment(models);
        check.requireHeard(extension == null ? Set.of() : extension.broadcasts().eventTypes());
        check.requireTold(extension == null ? Set.of() : extension.entities().entityTypes());
        if (extension != null) {
            check.requireFilterBeans(extension.filters().classes());
            HubSettings settings = HubSettings.ofApplication();
            if (!models.isEmpty()) {
                DeploymentCheck.requireHonoured(models, settings.webSocket());
            }
            install(extension, settings, context);
        }
    }

    private static void install(HubcastExtension extension, HubSettings settings, ServletContext context) {
        Set<String> roles = extension.roles();
        context.declareRoles(roles.toArray(String[]::new));
        HubEndpoints endpoints = new HubEndpoints();
        if (!extension.models().isEmpty()) {
            install(context, "hubcast", new HubServletFilter(endpoints, roles, HubcastInitializer::capture), "/*");
            context.addListener(new SessionWatch(endpoints.sessions()));
        }
        settings.queuePath().ifPresent(path -> {
            QueueFilter filter = new QueueFilter(path, new OriginPolicy(settings.allowedOriginsOfQueues()), roles);
            extension.queues().readBy(filter);
            install(context, "hubcast-queues", filter, path + "/*");
        });
        context.addListener(new Lifecycle(new HubcastApplication(extension, endpoints)));
    }

    private static void install(ServletContext context, String name, Filter filter, String path) {
        FilterRegistration.Dynamic registration = context.addFilter(name, filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, path);
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

    /** Hears of sessions what connections that were opened within them depend on. */
    private record SessionWatch(HttpSessions sessions) implements HttpSessionListener, HttpSessionIdListener {

        @Override
        public void sessionCreated(HttpSessionEvent event) {
            sessions.begun(event.getSession().getId());
        }

        @Override
        public void sessionIdChanged(HttpSessionEvent event, String before) {
            sessions.changed(before, event.getSession().getId());
        }

        @Override
        public void sessionDestroyed(HttpSessionEvent event) {
            sessions.ended(event.getSession().getId());
        }
    }

    private record Lifecycle(HubcastApplication application) implements ServletContextListener {

        @Override
        public void contextInitialized(ServletContextEvent event) {
            application.start((ManagedThreadFactory) lookup(THREAD_FACTORY), (TransactionSynchronizationRegistry) lookup(TRANSACTIONS),
                    HubSettings.ofApplication());
            if (!application.ofContainer().isEmpty()) {
                HubEndpointRegistration.deploy(application.ofContainer(), event.getServletContext());
            }
        }

        @Override
        public void contextDestroyed(ServletContextEvent event) {
            application.stop();
        }
    }
}
