package dev.hubcast.bench.entities;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Does what the driver asks for: {@code POST /live/10000} has as many readings there, {@code POST /live} changes them all in one
 * transaction and answers with their number, the nanoseconds of the commit and the bytes of heap, with spaces between; {@code /plain} does
 * the same with readings of which nobody hears.
 */
@WebServlet(urlPatterns = {"/live/*", "/plain/*"})
public class ReadingsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Readings readings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        boolean live = request.getServletPath().equals("/live");
        try {
            if (request.getPathInfo() == null) {
                Turn turn = readings.changeAll(live);
                response.getWriter().println(turn.changes() + " " + turn.commitNanos() + " " + turn.peakHeapBytes());
            } else {
                readings.fill(live, Integer.parseInt(request.getPathInfo().substring(1)));
            }
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
