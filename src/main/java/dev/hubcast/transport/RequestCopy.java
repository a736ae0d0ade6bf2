package dev.hubcast.transport;

import dev.hubcast.HubRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A copy of the request that opens a connection. The request itself is not kept: the server recycles it.
 *
 * @param path the path within the application
 * @param pathParameters values of the path's variables
 * @param queryParameters values of the query
 * @param headers values of headers, in any case
 * @param cookies values of cookies
 * @param remoteAddress where it comes from
 */
record RequestCopy(
        String path,
        Map<String, String> pathParameters,
        Map<String, List<String>> queryParameters,
        Map<String, List<String>> headers,
        Map<String, String> cookies,
        String remoteAddress) implements HubRequest {

    static RequestCopy of(HttpServletRequest request, String path, Map<String, String> pathParameters, QueryString query) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, List.copyOf(Collections.list(request.getHeaders(name)))));
        Map<String, String> cookies = new LinkedHashMap<>();
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                cookies.putIfAbsent(cookie.getName(), cookie.getValue());
            }
        }
        return new RequestCopy(
                path, Map.copyOf(pathParameters), Collections.unmodifiableMap(query.withoutSecrets()),
                Collections.unmodifiableMap(headers), Collections.unmodifiableMap(cookies), request.getRemoteAddr());
    }

    /** Headers and cookies hold secrets. */
    @Override
    public String toString() {
        return "request to " + path;
    }
}
