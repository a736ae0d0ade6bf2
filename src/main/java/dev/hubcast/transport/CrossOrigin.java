package dev.hubcast.transport;

import jakarta.servlet.http.HttpServletResponse;

/** The headers that let a configured page of another origin use a hub or a queue (Fetch standard, "CORS protocol"). */
final class CrossOrigin {

    private static final String HEADERS = "X-Requested-With, X-SignalR-User-Agent, Authorization, Content-Type, Last-Event-ID";

    private CrossOrigin() {}

    /** With the headers that a preflight asks for, if it does: applications give their clients headers of their own. */
    static void allow(String origin, String askedHeaders, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Allow-Credentials", "true");
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE");
        response.setHeader("Access-Control-Allow-Headers", askedHeaders == null ? HEADERS : HEADERS + ", " + askedHeaders);
        response.setHeader("Access-Control-Max-Age", "600");
        response.addHeader("Vary", "Origin");
    }
}
