package dev.hubcast.transport;

import dev.hubcast.HubRequest;
import dev.hubcast.security.CallerIdentity;
import dev.hubcast.security.OriginPolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A request of a client's, whatever it asks for: the page that it comes from, who sends it, what it says. */
public final class ClientRequest {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final List<String> origin;

    /**
     * A request that has come.
     *
     * @param request the request
     * @param response its response
     */
    public ClientRequest(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
        this.origin = Collections.list(request.getHeaders("Origin"));
    }

    /** The page's origin, null for a request of no page. To be asked only of a request that {@linkplain #mayCome may come}. */
    String origin() {
        return origin.isEmpty() ? null : origin.get(0);
    }

    /**
     * Whether the page may send it.
     *
     * @param origins which pages may
     * @return whether it is the application's own or a configured one, or no page sends it
     */
    public boolean mayCome(OriginPolicy origins) {
        return origins.admits(origin, request.getScheme(), request.getHeader("Host"));
    }

    /**
     * Lets a configured page of another origin read the answer.
     *
     * @param origins which pages are configured
     */
    public void letRead(OriginPolicy origins) {
        if (origin() != null && origins.isConfigured(origin())) {
            CrossOrigin.allow(origin(), request.getHeader("Access-Control-Request-Headers"), response);
        }
    }

    /**
     * Who sends it.
     *
     * @param declaredRoles the roles to ask for, because no server lists a caller's roles
     * @return the caller
     */
    public CallerIdentity caller(Set<String> declaredRoles) {
        return new CallerIdentity(request.getUserPrincipal(),
                declaredRoles.stream().filter(request::isUserInRole).collect(Collectors.toUnmodifiableSet()), declaredRoles);
    }

    /**
     * A copy, which outlives the request.
     *
     * @param pathParameters what stands in its path
     * @return the copy
     * @throws IllegalArgumentException if the query is not well encoded
     */
    public HubRequest copy(Map<String, String> pathParameters) {
        return RequestCopy.of(request, HubServletFilter.path(request), pathParameters, new QueryString(request.getQueryString()));
    }

    /**
     * Answers it, without the server's error page, and ends it if a framework has made it asynchronous.
     *
     * @param status the status
     * @param text what clients show as the error's message, may be empty
     * @throws IOException if the client is gone
     */
    public void answer(int status, String text) throws IOException {
        (text.isEmpty() ? Answer.empty(status) : Answer.text(status, text)).send(response);
        if (request.isAsyncStarted()) {
            request.getAsyncContext().complete();
        }
    }
}
