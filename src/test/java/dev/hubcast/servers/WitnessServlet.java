package dev.hubcast.servers;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Upgrades a connection without Hubcast, to {@link Witness}. */
@WebServlet("/witness")
public class WitnessServlet extends HttpServlet {

    @Inject
    private BeanManager beans;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SWITCHING_PROTOCOLS);
        response.setHeader("Upgrade", "witness");
        response.setHeader("Connection", "Upgrade");
        try {
            request.upgrade(Witness.class).asks(beans);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        response.flushBuffer();
    }
}
