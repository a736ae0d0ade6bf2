package dev.hubcast.servers;

import dev.hubcast.EventQueues;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves an event queue, in which there is nothing. */
@WebServlet(urlPatterns = "/queue", asyncSupported = true)
public class QueueServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient EventQueues queues;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        queues.open("quiet");
        queues.stream("quiet", request, response);
    }
}
