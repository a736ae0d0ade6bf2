package dev.hubcast.conformance.functional;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The raw connection over Server-Sent Events and long polling, and the negotiation of all its transports. */
@WebServlet(urlPatterns = {EchoServlet.PATH, EchoServlet.PATH + "/negotiate"}, asyncSupported = true)
public class EchoServlet extends HttpServlet {

    static final String PATH = "/echo";

    private static final long serialVersionUID = 1;
    /** Clients that vanish are forgotten when so many others have come. */
    private static final int MOST_CONNECTIONS = 1000;

    private final transient Map<String, EchoConnection> connections = Collections.synchronizedMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EchoConnection> eldest) {
            return size() > MOST_CONNECTIONS;
        }
    });

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().endsWith("/negotiate")) {
            negotiate(response);
            return;
        }
        EchoConnection connection = connection(request, response);
        if (connection != null) {
            connection.take(request.getInputStream().readAllBytes());
        }
    }

    private void negotiate(HttpServletResponse response) throws IOException {
        String token = UUID.randomUUID().toString();
        connections.put(token, new EchoConnection());
        JsonArrayBuilder transports = Json.createArrayBuilder();
        List.of("WebSockets", "ServerSentEvents", "LongPolling").forEach(name -> transports.add(Json.createObjectBuilder()
                .add("transport", name)
                .add("transferFormats", Json.createArrayBuilder(
                        name.equals("ServerSentEvents") ? List.of("Text") : List.of("Text", "Binary")))));
        response.setContentType("application/json");
        response.getWriter().write(Json.createObjectBuilder()
                .add("negotiateVersion", 1)
                .add("connectionId", UUID.randomUUID().toString())
                .add("connectionToken", token)
                .add("availableTransports", transports)
                .build().toString());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EchoConnection connection = connection(request, response);
        if (connection == null) {
            return;
        }
        String accept = request.getHeader("Accept");
        if (accept != null && accept.contains("text/event-stream")) {
            connection.stream(request, response);
        } else {
            connection.poll(request, response);
        }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EchoConnection connection = connection(request, response);
        if (connection != null) {
            connections.remove(request.getParameter("id"));
            connection.end();
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
        }
    }

    /** Null, and the client is told, if there is none. */
    private EchoConnection connection(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = request.getParameter("id");
        EchoConnection connection = token == null ? null : connections.get(token);
        if (connection == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain");
            response.getWriter().write("No Connection with that ID");
        }
        return connection;
    }
}
