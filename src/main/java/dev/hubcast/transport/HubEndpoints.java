package dev.hubcast.transport;

import dev.hubcast.connection.HttpSessions;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.security.AccessRule;
import dev.hubcast.security.OriginPolicy;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The hubs that requests can reach. Empty until the application has started. Safe for use by any number of threads. */
public final class HubEndpoints {

    private static final String NEGOTIATE = "/negotiate";

    private final List<HubEndpoint> endpoints = new CopyOnWriteArrayList<>();
    private final HttpSessions sessions = new HttpSessions();

    /**
     * What a request is for.
     *
     * @param endpoint the hub
     * @param pathParameters values of the path's variables
     * @param negotiate whether it is the hub's negotiate address
     */
    record Match(HubEndpoint endpoint, Map<String, String> pathParameters, boolean negotiate) {}

    /**
     * Opens a hub to requests; its WebSockets are the container's.
     *
     * @param hub its connections
     * @param config its path or path template, and the author's configurator
     * @param access who may connect
     * @param origins which pages may connect
     * @param options how its clients may connect
     */
    public void addToContainer(
            LocalHub hub, ServerEndpointConfig config, AccessRule access, OriginPolicy origins, TransportOptions options) {
        add(hub, config, access, origins, options, new ContainerUpgrade());
    }

    /**
     * Opens a hub to requests; its WebSockets are Hubcast's own, over the servlet upgrade.
     *
     * @param hub its connections
     * @param config its path or path template, its subprotocols and the author's configurator
     * @param access who may connect
     * @param origins which pages may connect
     * @param options how its clients may connect
     */
    public void add(LocalHub hub, ServerEndpointConfig config, AccessRule access, OriginPolicy origins, TransportOptions options) {
        add(hub, config, access, origins, options, new ServletUpgrade(config));
    }

    private void add(LocalHub hub, ServerEndpointConfig config, AccessRule access, OriginPolicy origins, TransportOptions options,
            WebSocketUpgrade upgrade) {
        ServerEndpointConfig.Configurator author = config.getConfigurator();
        Predicate<String> authorsOrigins = HubConfigurator.isAuthorsOwn(author) ? author::checkOrigin : origin -> true;
        endpoints.add(new HubEndpoint(hub, new PathTemplate(config.getPath()), access, origins, authorsOrigins, options, upgrade,
                new Negotiations(hub.options().disconnectTimeout()), sessions));
        endpoints.sort(Comparator.comparing(endpoint -> endpoint.path().precedence()));
    }

    /** The hub that a path within the application belongs to, null for none. */
    Match find(String path) {
        if (path.endsWith(NEGOTIATE)) {
            String hub = path.substring(0, path.length() - NEGOTIATE.length());
            Match match = find(hub.isEmpty() ? "/" : hub, true);
            if (match != null) {
                return match;
            }
        }
        return find(path, false);
    }

    private Match find(String path, boolean negotiate) {
        for (HubEndpoint endpoint : endpoints) {
            Map<String, String> parameters = endpoint.path().match(path).orElse(null);
            if (parameters != null) {
                return new Match(endpoint, parameters, negotiate);
            }
        }
        return null;
    }

    /**
     * The application's sessions, with which connections end.
     *
     * @return to be told of them by the server
     */
    public HttpSessions sessions() {
        return sessions;
    }

    /** Forgets negotiated connections that nobody came for, and sessions that ended; the clock calls it once a second. */
    public void tick() {
        endpoints.forEach(endpoint -> endpoint.negotiations().expire());
        sessions.forget();
    }

    /** Closes the hubs to requests. */
    public void clear() {
        endpoints.clear();
    }

    /**
     * What two hubs must not share.
     *
     * @param path a path or path template
     * @return the path with all variables named alike
     */
    public static String shape(String path) {
        return new PathTemplate(path).shape();
    }
}
