package dev.hubcast.conformance.functional;

import dev.hubcast.Hub;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says what is under test. */
@WebServlet("/deployment")
public class DeploymentServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getWriter().write(Json.createObjectBuilder()
                .add("Library", String.valueOf(Hub.class.getProtectionDomain().getCodeSource().getLocation()))
                .add("Server", getServletContext().getServerInfo())
                .build().toString());
    }
}
