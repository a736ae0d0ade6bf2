package dev.hubcast.conformance.functional;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Sends every request on to {@link EchoServlet}, as it is. */
@WebServlet({"/echoredirect", "/echoredirect/*"})
public class EchoRedirectServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final int TEMPORARY_REDIRECT = 307;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        String below = request.getPathInfo() == null ? "" : request.getPathInfo();
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setStatus(TEMPORARY_REDIRECT);
        response.setHeader("Location", request.getContextPath() + EchoServlet.PATH + below + query);
    }
}
