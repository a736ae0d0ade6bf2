package dev.hubcast.transport;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Stands in front of the server's own WebSocket filter and answers everything at a hub's paths but a good upgrade: origins, access,
 * negotiation, and each wrong use with the status and the text of the reference server.
 */
public final class HubServletFilter implements Filter {

    private final HubEndpoints endpoints;
    private final Set<String> declaredRoles;
    private final Supplier<Executor> contexts;
    private final Negotiator negotiator = new Negotiator();

    /**
     * A filter.
     *
     * @param endpoints the hubs
     * @param declaredRoles the roles that each caller is asked for, because no server lists a caller's roles
     * @param contexts captures the context of the request on the calling thread
     */
    public HubServletFilter(HubEndpoints endpoints, Set<String> declaredRoles, Supplier<Executor> contexts) {
        this.endpoints = endpoints;
        this.declaredRoles = Set.copyOf(declaredRoles);
        this.contexts = contexts;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String path = path(http);
        HubEndpoints.Match match = endpoints.find(path);
        if (match == null) {
            chain.doFilter(request, response);
            return;
        }
        HubExchange exchange = new HubExchange(match, path, http, (HttpServletResponse) response);
        Answer answer = exchange.answer(this, chain);
        if (answer != null) {
            answer.send((HttpServletResponse) response);
        }
    }

    /** A request's path within the application. */
    static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? request.getServletPath() : request.getServletPath() + request.getPathInfo();
    }

    Set<String> declaredRoles() {
        return declaredRoles;
    }

    Supplier<Executor> contexts() {
        return contexts;
    }

    Negotiator negotiator() {
        return negotiator;
    }
}
