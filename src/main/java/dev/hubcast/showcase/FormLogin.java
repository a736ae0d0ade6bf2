package dev.hubcast.showcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;

/** Sends whoever asks for a protected page to the log-in page; {@link LoginServlet} takes what they fill in. */
@CustomFormAuthenticationMechanismDefinition(
        loginToContinue = @LoginToContinue(loginPage = "/login/", errorPage = "/login/#failed", useForwardToLogin = false))
@ApplicationScoped
public class FormLogin {}
