package dev.hubcast.itest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;

/** Deploys and undeploys other applications in the Payara Micro that it runs in, by Payara's own interface, which no jar here has. */
@WebServlet("/deployments/*")
public class PayaraMicroDeployer extends HttpServlet {

    static final int DONE = HttpServletResponse.SC_NO_CONTENT;

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        call("deploy", new Class<?>[] {String.class, String.class, InputStream.class},
                name(request), name(request), request.getInputStream());
        // What it returns is true for an application as well whose start failed.
        boolean deployed = ((Collection<?>) call("getDeployedApplicationNames", new Class<?>[] {})).contains(name(request));
        response.setStatus(deployed ? DONE : HttpServletResponse.SC_CONFLICT);
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        call("undeploy", new Class<?>[] {String.class}, name(request));
        response.setStatus(DONE);
    }

    private static String name(HttpServletRequest request) {
        return request.getPathInfo().substring(1);
    }

    private static Object call(String method, Class<?>[] types, Object... arguments) {
        try {
            Class<?> micro = Class.forName("fish.payara.micro.PayaraMicro");
            Object runtime = micro.getMethod("getRuntime").invoke(micro.getMethod("getInstance").invoke(null));
            return Class.forName("fish.payara.micro.PayaraMicroRuntime").getMethod(method, types).invoke(runtime, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Payara Micro did not " + method, e);
        }
    }
}
