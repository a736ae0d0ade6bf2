package dev.hubcast.testing;

import dev.hubcast.HubRequest;
import dev.hubcast.TransportType;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who connects, and by what request: {@code chat.connect(as -> as.user("ada").role("moderator").query("room", "java"))}. Of what is not
 * said, a request has nothing; the caller is nobody. No argument may be null. Every method answers the same object.
 */
public final class ConnectAs {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    private final Set<String> roles = new LinkedHashSet<>();
    private final Map<String, String> pathParameters = new LinkedHashMap<>();
    private final Map<String, List<String>> queryParameters = new LinkedHashMap<>();
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String remoteAddress = "127.0.0.1";
    private TransportType transport = TransportType.WEB_SOCKETS;
    private Principal user;

    ConnectAs() {}

    /**
     * The caller is logged in.
     *
     * @param name the principal's name
     * @return this
     */
    public ConnectAs user(String name) {
        return user(new User(name));
    }

    /**
     * The caller is logged in.
     *
     * @param principal what {@link dev.hubcast.HubCaller#user()} answers
     * @return this
     */
    public ConnectAs user(Principal principal) {
        user = principal;
        return this;
    }

    /**
     * The caller has a role, and maybe others.
     *
     * @param role the role
     * @return this
     */
    public ConnectAs role(String role) {
        roles.add(role);
        return this;
    }

    /**
     * The value of a variable in the hub's path.
     *
     * @param name the variable's name, without braces
     * @param value the decoded value
     * @return this
     */
    public ConnectAs pathParameter(String name, String value) {
        pathParameters.put(name, value);
        return this;
    }

    /**
     * A parameter of the query, beside others of the same name.
     *
     * @param name the parameter's name
     * @param value the decoded value
     * @return this
     */
    public ConnectAs query(String name, String value) {
        queryParameters.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        return this;
    }

    /**
     * A header, beside others of the same name.
     *
     * @param name the header's name
     * @param value its value
     * @return this
     */
    public ConnectAs header(String name, String value) {
        headers.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        return this;
    }

    /**
     * A cookie.
     *
     * @param name the cookie's name
     * @param value its value
     * @return this
     */
    public ConnectAs cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /**
     * Where the request comes from.
     *
     * @param address the address; if nothing is said, {@code 127.0.0.1}
     * @return this
     */
    public ConnectAs remoteAddress(String address) {
        remoteAddress = address;
        return this;
    }

    /**
     * What {@link dev.hubcast.HubCaller#transport()} answers; hubs see no other difference.
     *
     * @param type the transport; if nothing is said, a WebSocket
     * @return this
     */
    public ConnectAs transport(TransportType type) {
        transport = type;
        return this;
    }

    Principal principal() {
        if (user == null && !roles.isEmpty()) {
            throw new IllegalArgumentException("Nobody has no roles. Say whose they are by user(\"…\").");
        }
        return user;
    }

    Set<String> roles() {
        return roles;
    }

    TransportType transport() {
        return transport;
    }

    HubRequest request(String template) {
        return new Request(path(template), Map.copyOf(pathParameters), copyOf(queryParameters, new LinkedHashMap<>()),
                copyOf(headers, new TreeMap<>(String.CASE_INSENSITIVE_ORDER)),
                Collections.unmodifiableMap(new LinkedHashMap<>(cookies)), remoteAddress);
    }

    private String path(String template) {
        return VARIABLE.matcher(template).replaceAll(variable -> {
            String value = pathParameters.get(variable.group(1));
            if (value == null) {
                throw new IllegalArgumentException("The path " + template + " has a variable. Give it a value by pathParameter(\""
                        + variable.group(1) + "\", \"…\").");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static Map<String, List<String>> copyOf(Map<String, List<String>> values, Map<String, List<String>> copy) {
        values.forEach((name, each) -> copy.put(name, List.copyOf(each)));
        return Collections.unmodifiableMap(copy);
    }

    private record User(String name) implements Principal {

        @Override
        public String getName() {
            return name;
        }
    }

    private record Request(
            String path,
            Map<String, String> pathParameters,
            Map<String, List<String>> queryParameters,
            Map<String, List<String>> headers,
            Map<String, String> cookies,
            String remoteAddress) implements HubRequest {}
}
