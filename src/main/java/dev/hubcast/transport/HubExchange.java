package dev.hubcast.transport;

import dev.hubcast.security.CallerIdentity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

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

    /** The answer, null if the connection was upgraded, or the answer was given already or is given later. */
    Answer answer(HubServletFilter filter, FilterChain chain) throws IOException, ServletException {
        ClientRequest client = new ClientRequest(request, response);
        if (!client.mayCome(endpoint.origins())) {
            return Answer.text(
                    HttpServletResponse.SC_FORBIDDEN, "Pages of this origin may not connect. Name it in hubcast.allowed-origins.");
        }
        if (client.origin() != null && !endpoint.authorsOrigins().test(client.origin())) {
            return Answer.text(HttpServletResponse.SC_FORBIDDEN, "The configurator refuses this origin");
        }
        client.letRead(endpoint.origins());
        if (request.getMethod().equals("OPTIONS")) {
            return Answer.empty(HttpServletResponse.SC_NO_CONTENT);
        }
        CallerIdentity caller = client.caller(filter.declaredRoles());
        if (!endpoint.access().admits(caller)) {
            return caller.authenticated()
                    ? Answer.text(HttpServletResponse.SC_FORBIDDEN, "Forbidden")
                    : Answer.text(HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized");
        }
        return answer(filter, chain, caller);
    }

    private Answer answer(HubServletFilter filter, FilterChain chain, CallerIdentity caller) throws IOException, ServletException {
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
        TransportRequest transport = new TransportRequest(
                endpoint, () -> RequestCopy.of(request, path, match.pathParameters(), query), caller, filter.contexts(), request, response);
        String token = token(query);
        return switch (request.getMethod()) {
            case "GET" -> get(transport, token, chain);
            case "POST" -> transport.post(token);
            case "DELETE" -> transport.delete(token);
            default -> Answer.empty(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        };
    }

    private Answer get(TransportRequest transport, String token, FilterChain chain) throws IOException, ServletException {
        if (WebSocketRequest.is(request)) {
            return transport.webSocket(token, chain);
        }
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream") ? transport.eventStream(token) : transport.poll(token);
    }

    /** An empty one counts as none. */
    private static String token(QueryString query) {
        String token = query.first("id");
        return token == null || token.isEmpty() ? null : token;
    }
}
