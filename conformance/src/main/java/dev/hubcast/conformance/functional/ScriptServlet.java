package dev.hubcast.conformance.functional;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JavaScript client, for a worker to load, from the file that the environment variable {@code SIGNALR_JS} names. */
@WebServlet("/lib/signalr-webworker/signalr.js")
public class ScriptServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String file = System.getenv("SIGNALR_JS");
        if (file == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain");
            response.getWriter().write("SIGNALR_JS does not say where it is.");
            return;
        }
        response.setContentType("text/javascript");
        Files.copy(Path.of(file), response.getOutputStream());
    }
}
