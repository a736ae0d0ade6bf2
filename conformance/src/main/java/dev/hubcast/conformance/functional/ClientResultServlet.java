package dev.hubcast.conformance.functional;

import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionStage;

/** {@code GET /clientresult/{id}} asks a client of {@link TestHub} for a number, and answers with that or with why there is none. */
@WebServlet(urlPatterns = "/clientresult/*", asyncSupported = true)
public class ClientResultServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient HubContext<TestHub> hub;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String id = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        CompletionStage<Integer> result = hub.clients().client(id).invoke(Integer.class, "Result");
        AsyncContext async = request.startAsync();
        result.whenComplete((number, failure) -> answer(async, failure == null ? String.valueOf(number) : failure.getMessage()));
    }

    private static void answer(AsyncContext async, String text) {
        ServletResponse response = async.getResponse();
        response.setContentType("text/plain;charset=UTF-8");
        try {
            response.getWriter().write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            async.complete();
        }
    }
}
