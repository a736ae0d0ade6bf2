package dev.hubcast.workers;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Opens a gate from outside, when no worker is free to do it. */
@WebServlet("/gate/*")
public class GateServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Gates gates;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        gates.gate(request.getPathInfo().substring(1)).complete(null);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
