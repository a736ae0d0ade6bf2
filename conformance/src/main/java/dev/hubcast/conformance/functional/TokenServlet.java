package dev.hubcast.conformance.functional;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives everybody a token. */
@WebServlet("/generateJwtToken")
public class TokenServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Tokens tokens;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().write(tokens.issue("testuser"));
    }
}
