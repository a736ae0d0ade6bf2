package dev.hubcast.showcase;

import static jakarta.security.enterprise.AuthenticationStatus.SUCCESS;
import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Takes the log-in page's form, from whichever page the browser came, and leads to the chat. */
@WebServlet("/login/submit")
public class LoginServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject SecurityContext security;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Sessions.end(request);
        String user = request.getParameter("user");
        String password = request.getParameter("password");
        if (user == null || password == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        AuthenticationStatus status = security.authenticate(request, response,
                withParams().credential(new UsernamePasswordCredential(user, password)).newAuthentication(true));
        response.sendRedirect(request.getContextPath() + (status == SUCCESS ? "/chat/" : "/login/#failed"));
    }
}
