package dev.hubcast.itest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet for the smoke test. */
@WebServlet("/smoke")
public class SmokeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    SmokeBean bean;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(bean.greet("client"));
    }
}
