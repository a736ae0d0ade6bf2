package dev.hubcast.bench.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubcast.EventQueues;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * A queue for each client, which the client hears as an event stream. It says as much of SignalR's protocol as the load tool needs to take
 * it for a hub, so that both are measured alike.
 */
@WebServlet(urlPatterns = {"/listeners", "/listeners/negotiate"}, asyncSupported = true)
public class QueueListeners extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String END = "\u001e";

    @Inject
    private transient EventQueues queues;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        queues.stream(request.getParameter("id"), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().endsWith("/negotiate")) {
            negotiate(response);
        } else {
            for (String message : new String(request.getInputStream().readAllBytes(), UTF_8).split(END)) {
                hear(request.getParameter("id"), message);
            }
        }
    }

    private void negotiate(HttpServletResponse response) throws IOException {
        String id = UUID.randomUUID().toString();
        queues.open(id);
        response.setContentType("application/json");
        response.getWriter().write("{\"negotiateVersion\":1,\"connectionId\":\"" + id + "\",\"connectionToken\":\"" + id
                + "\",\"availableTransports\":[{\"transport\":\"ServerSentEvents\",\"transferFormats\":[\"Text\"]}]}");
    }

    private void hear(String id, String message) {
        if (message.contains("\"protocol\":")) {
            queues.enqueue(id, "{}" + END);
        } else if (message.contains("\"target\":\"join\"")) {
            queues.enqueue(id, "{\"type\":3,\"invocationId\":\"j\",\"result\":null}" + END);
        } else if (message.contains("\"target\":\"send\"")) {
            queues.enqueueAll(List.of(message + END));
        } else if (message.contains("\"type\":7")) {
            queues.close(id);
        }
    }
}
