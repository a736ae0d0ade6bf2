package dev.hubcast.conformance.functional;

import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Negotiation that leads elsewhere: to {@link RedirectedTestHub} below the address that the request names, with a number that grows. */
@WebServlet({"/redirect", "/redirect/*"})
public class RedirectServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final AtomicInteger redirects = new AtomicInteger();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String url = request.getParameter("baseUrl") + "/testHub?numRedirects=" + redirects.incrementAndGet();
        response.setContentType("application/json");
        response.getWriter().write(Json.createObjectBuilder().add("url", url).build().toString());
    }
}
