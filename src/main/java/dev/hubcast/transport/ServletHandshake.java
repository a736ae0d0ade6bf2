package dev.hubcast.transport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A servlet request as {@code modifyHandshake} of an author's configurator knows it. */
final class ServletHandshake implements HandshakeRequest {

    private final HttpServletRequest request;
    private final Map<String, String> pathParameters;

    private ServletHandshake(HttpServletRequest request, Map<String, String> pathParameters) {
        this.request = request;
        this.pathParameters = pathParameters;
    }

    /** Has the author's configurator change the response. */
    static void modify(ServerEndpointConfig config, Map<String, String> pathParameters, HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.getHeaderNames().forEach(name -> headers.put(name, new ArrayList<>(response.getHeaders(name))));
        Map<String, List<String>> before = headers.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), name -> List.copyOf(headers.get(name))));
        HandshakeResponse changing = () -> headers;
        config.getConfigurator().modifyHandshake(config, new ServletHandshake(request, pathParameters), changing);
        headers.forEach((name, values) -> {
            if (!values.equals(before.get(name))) {
                response.setHeader(name, values.isEmpty() ? null : values.get(0));
                values.stream().skip(1).forEach(value -> response.addHeader(name, value));
            }
        });
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, List.copyOf(Collections.list(request.getHeaders(name)))));
        return Collections.unmodifiableMap(headers);
    }

    @Override
    public Principal getUserPrincipal() {
        return request.getUserPrincipal();
    }

    @Override
    public URI getRequestURI() {
        String query = request.getQueryString();
        return URI.create(request.getRequestURL() + (query == null ? "" : "?" + query));
    }

    @Override
    public boolean isUserInRole(String role) {
        return request.isUserInRole(role);
    }

    @Override
    public Object getHttpSession() {
        return request.getSession(false);
    }

    /** With those of the path, as both servers have it. */
    @Override
    public Map<String, List<String>> getParameterMap() {
        Map<String, List<String>> parameters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        pathParameters.forEach((name, value) -> parameters.merge(name, List.of(value),
                (query, path) -> Stream.concat(query.stream(), path.stream()).toList()));
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public String getQueryString() {
        return request.getQueryString();
    }
}
