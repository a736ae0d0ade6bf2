package dev.hubcast.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes everybody's word for who they are, and of which tenant: {@code Bearer ada of acme}. */
@ApplicationScoped
public class Tokens implements HttpAuthenticationMechanism {

    private static final Pattern BEARER = Pattern.compile("Bearer (\\w+)(?: of (\\w+))?");

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String header = request.getHeader("Authorization");
        Matcher token = BEARER.matcher(header == null ? "" : header);
        return token.matches()
                ? context.notifyContainerAboutLogin(new ClaimPrincipal(token.group(1), token.group(2)), Set.of())
                : context.doNothing();
    }
}
