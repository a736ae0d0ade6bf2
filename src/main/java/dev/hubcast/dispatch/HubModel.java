package dev.hubcast.dispatch;

import dev.hubcast.security.AccessRule;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a hub class offers, read once at deployment. Immutable. */
public final class HubModel {

    private final Class<?> type;
    private final String name;
    private final Endpoint endpoint;
    private final AccessRule access;
    private final String groupParameter;
    private final Map<String, HubMethodModel> methods;
    private final HubMethodModel onOpen;
    private final HubMethodModel onClose;
    private final HubMethodModel onError;

    /**
     * What {@link jakarta.websocket.server.ServerEndpoint} says.
     *
     * @param path the path or path template
     * @param subprotocols the WebSocket subprotocols, by preference
     * @param configurator the author's configurator, the standard class if there is none
     */
    public record Endpoint(String path, List<String> subprotocols, Class<? extends ServerEndpointConfig.Configurator> configurator) {

        /**
         * Whether the author's configurator has a method of its own in place of Jakarta's.
         *
         * @param name the method
         * @return whether one of the author's classes declares it
         */
        public boolean overrides(String name) {
            return Arrays.stream(configurator.getMethods())
                    .anyMatch(method -> method.getName().equals(name) && !method.isBridge()
                            && !method.getDeclaringClass().getName().startsWith("jakarta.websocket."));
        }
    }

    HubModel(Class<?> type, String name, Endpoint endpoint, AccessRule access, String groupParameter, Collection<HubMethodModel> methods,
            HubMethodModel onOpen, HubMethodModel onClose, HubMethodModel onError) {
        this.type = type;
        this.name = name;
        this.endpoint = endpoint;
        this.access = access;
        this.groupParameter = groupParameter;
        this.methods = methods.stream().collect(Collectors.toUnmodifiableMap(method -> anyCase(method.name()), method -> method));
        this.onOpen = onOpen;
        this.onClose = onClose;
        this.onError = onError;
    }

    static String anyCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The method that clients call by this name in any case, null if there is none. */
    HubMethodModel method(String target) {
        HubMethodModel asWritten = methods.get(target);
        return asWritten != null ? asWritten : methods.get(anyCase(target));
    }

    /** Whether hub code of one connection may run on several threads. */
    boolean runsBeside() {
        return methods.values().stream().anyMatch(HubMethodModel::runsBeside);
    }

    HubMethodModel onOpen() {
        return onOpen;
    }

    HubMethodModel onClose() {
        return onClose;
    }

    HubMethodModel onError() {
        return onError;
    }

    /** The parameter of the query by which clients join groups, null for none. */
    String groupParameter() {
        return groupParameter;
    }

    /**
     * The hub class.
     *
     * @return the class
     */
    public Class<?> type() {
        return type;
    }

    /**
     * The hub's unique name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Where and how clients connect.
     *
     * @return the endpoint
     */
    public Endpoint endpoint() {
        return endpoint;
    }

    /**
     * Who may connect.
     *
     * @return the rule on the class
     */
    public AccessRule access() {
        return access;
    }

    /**
     * The roles that the hub names anywhere.
     *
     * @return the roles
     */
    public Set<String> namedRoles() {
        return Stream.concat(Stream.of(access), methods.values().stream().map(HubMethodModel::access))
                .flatMap(rule -> rule.namedRoles().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The hub in one line: path, who may connect, and each callable method with its roles. */
    @Override
    public String toString() {
        return name + " at " + endpoint.path() + " for " + access + ": " + methods.values().stream()
                .map(method -> method.name() + " (" + method.access() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
