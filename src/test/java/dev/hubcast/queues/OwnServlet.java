package dev.hubcast.queues;

import dev.hubcast.EventQueues;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves queues at an address of the application's own. */
@WebServlet(urlPatterns = "/own", asyncSupported = true)
public class OwnServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient EventQueues queues;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        queues.stream(request.getParameter("id"), request, response);
    }
}
