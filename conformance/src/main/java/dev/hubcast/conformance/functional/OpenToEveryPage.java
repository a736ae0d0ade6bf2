package dev.hubcast.conformance.functional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets the pages of whatever server the functional tests come from read all that is no hub; which pages may use the hubs, Hubcast's
 * configuration says. No application for real users may do that.
 */
@WebFilter(asyncSupported = true, urlPatterns = {EchoServlet.PATH, EchoServlet.PATH + "/*", "/echoredirect", "/echoredirect/*", "/redirect",
    "/redirect/*", "/bad-negotiate", "/bad-negotiate/*", "/generateJwtToken", "/clientresult/*", "/deployment", "/lib/*"})
public class OpenToEveryPage extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        if (origin != null) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Allow-Credentials", "true");
            echo(request, "Access-Control-Request-Method", response, "Access-Control-Allow-Methods");
            echo(request, "Access-Control-Request-Headers", response, "Access-Control-Allow-Headers");
        }
        if (request.getMethod().equals("OPTIONS")) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void echo(HttpServletRequest request, String asked, HttpServletResponse response, String granted) {
        if (request.getHeader(asked) != null) {
            response.setHeader(granted, request.getHeader(asked));
        }
    }
}
