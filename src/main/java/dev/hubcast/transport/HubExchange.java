package dev.hubcast.transport;

import dev.hubcast.connection.ConnectionSetup;
import dev.hubcast.security.CallerIdentity;
import dev.hubcast.security.OriginPolicy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One request at a hub's path: who may pass, what it asks for, and the answer. */
final class HubExchange {

    private final HubEndpoint endpoint;
    private final HubEndpoints.Match match;
    private final String path;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    HubExchange(HubEndpoints.Match match, String path, HttpServletRequest request, HttpServletResponse response) {
        this.endpoint = match.endpoint();
        this.match = match;
        this.path = path;
        this.request = request;
        this.response = response;
    }

    /** The answer, null if the connection was upgraded or the answer was given already. */
    Answer answer(HubFilter filter, FilterChain chain) throws IOException, ServletException {
        if (!passesOrigin()) {
            return Answer.text(
                    HttpServletResponse.SC_FORBIDDEN, "Pages of this origin may not connect. Name it in hubcast.allowed-origins.");
        }
        if (request.getMethod().equals("OPTIONS")) {
            return Answer.empty(HttpServletResponse.SC_NO_CONTENT);
        }
        CallerIdentity caller = new CallerIdentity(
                request.getUserPrincipal(),
                filter.declaredRoles().stream().filter(request::isUserInRole).collect(Collectors.toUnmodifiableSet()),
                filter.declaredRoles());
        if (!endpoint.access().admits(caller)) {
            return caller.authenticated()
                    ? Answer.text(HttpServletResponse.SC_FORBIDDEN, "Forbidden")
                    : Answer.text(HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized");
        }
        return answer(filter, chain, caller);
    }

    private boolean passesOrigin() {
        List<String> origin = Collections.list(request.getHeaders("Origin"));
        OriginPolicy origins = endpoint.origins();
        if (!origins.admits(origin, request.getScheme(), request.getHeader("Host"))) {
            return false;
        }
        if (!origin.isEmpty() && origins.isConfigured(origin.get(0))) {
            CrossOrigin.allow(origin.get(0), response);
        }
        return true;
    }

    private Answer answer(HubFilter filter, FilterChain chain, CallerIdentity caller) throws IOException, ServletException {
        QueryString query;
        try {
            query = new QueryString(request.getQueryString());
        } catch (IllegalArgumentException e) {
            return Answer.text(HttpServletResponse.SC_BAD_REQUEST, "The query is not well encoded");
        }
        if (match.negotiate()) {
            return request.getMethod().equals("POST")
                    ? filter.negotiator().negotiate(endpoint, caller, query)
                    : Answer.empty(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
        return switch (request.getMethod()) {
            case "GET" -> WebSocketRequest.is(request) ? webSocket(filter, chain, caller, query) : get(caller, query);
            case "POST" -> ofNegotiated(query, caller, live -> Answer.text(
                    HttpServletResponse.SC_METHOD_NOT_ALLOWED, "POST requests are not allowed for WebSocket connections."));
            case "DELETE" -> ofNegotiated(query, caller, live -> Answer.text(
                    HttpServletResponse.SC_BAD_REQUEST, "Cannot terminate this connection using the DELETE endpoint."));
            default -> Answer.empty(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        };
    }

    private Answer get(CallerIdentity caller, QueryString query) {
        String accept = request.getHeader("Accept");
        boolean events = accept != null && accept.contains("text/event-stream");
        if (!events) {
            response.setHeader("Cache-Control", "no-cache, no-store");
            response.setHeader("Pragma", "no-cache");
            response.setHeader("Expires", "Thu, 01 Jan 1970 00:00:00 GMT");
        }
        return ofNegotiated(query, caller, live -> Answer.text(HttpServletResponse.SC_NOT_FOUND,
                (events ? "ServerSentEvents" : "LongPolling") + " transport not supported by this end point type"));
    }

    private Answer webSocket(HubFilter filter, FilterChain chain, CallerIdentity caller, QueryString query)
            throws IOException, ServletException {
        Answer problem = WebSocketRequest.problem(request, response);
        if (problem != null) {
            return problem;
        }
        String token = token(query);
        Negotiation negotiation = token == null ? null : endpoint.negotiations().find(token);
        if (token != null) {
            problem = ofNegotiated(query, caller, waiting -> waiting.claim() ? null : Answer.empty(HttpServletResponse.SC_CONFLICT));
        }
        return problem != null ? problem : admit(filter, chain, caller, query, negotiation);
    }

    private Answer admit(HubFilter filter, FilterChain chain, CallerIdentity caller, QueryString query, Negotiation negotiation)
            throws IOException, ServletException {
        Negotiations negotiations = endpoint.negotiations();
        boolean taken = false;
        try {
            ConnectionSetup setup = new ConnectionSetup(
                    negotiation == null ? negotiations.newId() : negotiation.connectionId(),
                    caller, RequestCopy.of(request, path, match.pathParameters(), query), filter.contexts().get());
            Runnable ended = negotiation == null ? () -> { } : () -> negotiations.end(negotiation);
            PayaraQueue.takeOneWrite(request);
            Admission admission = new Admission(endpoint.hub(), setup, ended);
            Answer instead = endpoint.upgrade().upgrade(admission, request, response, chain);
            taken = admission.isTaken();
            return instead;
        } finally {
            if (!taken && negotiation != null) {
                negotiation.release(); // before the client hears that it may try again
            }
        }
    }

    private Answer ofNegotiated(QueryString query, CallerIdentity caller, Function<Negotiation, Answer> then) {
        String token = token(query);
        if (token == null) {
            return Answer.text(HttpServletResponse.SC_BAD_REQUEST, "Connection ID required");
        }
        Negotiation negotiation = endpoint.negotiations().find(token);
        if (negotiation == null) {
            return Answer.text(HttpServletResponse.SC_NOT_FOUND, "No Connection with that ID");
        }
        return negotiation.belongsTo(caller.name()) ? then.apply(negotiation) : Answer.text(HttpServletResponse.SC_FORBIDDEN, "Forbidden");
    }

    /** An empty one counts as none. */
    private static String token(QueryString query) {
        String token = query.first("id");
        return token == null || token.isEmpty() ? null : token;
    }
}
