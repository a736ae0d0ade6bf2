package dev.hubcast.access;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What an application does with its sessions: begins one, gives it another id, ends it. */
@WebServlet("/session/*")
public class SessionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getPathInfo()) {
            case "/begin" -> request.getSession(true);
            case "/begin-for-a-second" -> request.getSession(true).setMaxInactiveInterval(1);
            case "/renew" -> request.changeSessionId();
            case "/end" -> request.getSession(false).invalidate();
            default -> throw new IllegalArgumentException(request.getPathInfo());
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
