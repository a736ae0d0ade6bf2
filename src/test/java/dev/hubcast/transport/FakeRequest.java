package dev.hubcast.transport;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A request as a server would show it to a filter; what no server code asks for is not there. */
public final class FakeRequest {

    private static final String CONTEXT_PATH = "/shop";

    private final String method;
    private String path;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Cookie> cookies = new ArrayList<>();
    private final Map<String, String[]> parameters = new TreeMap<>();
    private String pathInfo;
    private String query;
    private String scheme = "http";
    private String protocol = "HTTP/1.1";
    private String user;
    private Set<String> roles = Set.of();
    private Supplier<String> session = () -> null;

    private FakeRequest(String method, String path) {
        this.method = method;
        this.path = path;
        header("Host", "example.com");
    }

    public static FakeRequest of(String method, String path) {
        return new FakeRequest(method, path);
    }

    /** A good request to become a WebSocket. */
    static FakeRequest webSocket(String path) {
        return of("GET", path).header("Upgrade", "websocket").header("Connection", "Upgrade")
                .header("Sec-WebSocket-Version", "13").header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    }

    /** The same request for another hub. */
    FakeRequest at(String hub) {
        path = path.replaceFirst("^/[^/]+", hub);
        return this;
    }

    public FakeRequest header(String name, String value) {
        headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        return this;
    }

    FakeRequest without(String name) {
        headers.remove(name);
        return this;
    }

    FakeRequest pathInfo(String info) {
        pathInfo = info;
        return this;
    }

    public FakeRequest query(String raw) {
        query = raw;
        return this;
    }

    FakeRequest parameter(String name, String... values) {
        parameters.put(name, values);
        return this;
    }

    FakeRequest secure() {
        scheme = "https";
        return this;
    }

    FakeRequest protocol(String version) {
        protocol = version;
        return this;
    }

    FakeRequest cookie(String name, String value) {
        cookies.add(new Cookie(name, value));
        return this;
    }

    public FakeRequest as(String name, String... having) {
        user = name;
        roles = Set.of(having);
        return this;
    }

    /** Within a session, whose id is looked up each time; null for one that has ended. */
    FakeRequest within(Supplier<String> sessionId) {
        session = sessionId;
        return this;
    }

    private static HttpSession session(String id) {
        return (HttpSession) Proxy.newProxyInstance(FakeRequest.class.getClassLoader(), new Class<?>[] {HttpSession.class},
                (proxy, called, arguments) -> {
                    if (called.getName().equals("getId")) {
                        return id;
                    }
                    throw new UnsupportedOperationException(called.toString());
                });
    }

    private Object session(boolean create) {
        String id = session.get();
        if (create) {
            throw new AssertionError("No session is to be made.");
        }
        return id == null ? null : session(id);
    }

    public HttpServletRequest toServlet() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, called, arguments) ->
                        answer(called, arguments == null ? null : arguments[0]));
    }

    private Object answer(Method called, Object argument) {
        return switch (called.getName()) {
            case "getMethod" -> method;
            case "getRequestURI" -> CONTEXT_PATH + path;
            case "getContextPath" -> CONTEXT_PATH;
            case "isAsyncStarted" -> false;
            case "getServletPath" -> path;
            case "getPathInfo" -> pathInfo;
            case "getQueryString" -> query;
            case "getParameterMap" -> parameters;
            case "getScheme" -> scheme;
            case "getProtocol" -> protocol;
            case "getContentLengthLong" -> Long.parseLong(headers.getOrDefault("Content-Length", List.of("-1")).get(0));
            case "getRemoteAddr" -> "192.0.2.1";
            case "getUserPrincipal" -> user == null ? null : (Principal) () -> user;
            case "isUserInRole" -> roles.contains(argument);
            case "getHeader" -> headers.getOrDefault(argument, List.of()).stream().findFirst().orElse(null);
            case "getHeaders" -> Collections.enumeration(headers.getOrDefault(argument, List.of()));
            case "getHeaderNames" -> Collections.enumeration(headers.keySet());
            case "getSession" -> session(argument == null || (Boolean) argument);
            case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
            default -> throw new UnsupportedOperationException(called.toString());
        };
    }
}
