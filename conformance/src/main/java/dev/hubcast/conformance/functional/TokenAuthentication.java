package dev.hubcast.conformance.functional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Authentication by a token in the {@code Authorization} header or, for the sake of browsers, which cannot send that when they open a
 * transport, in the query of a request to the hub. Who has no good token is nobody, and it is the hub that minds.
 */
@ApplicationScoped
public class TokenAuthentication implements HttpAuthenticationMechanism {

    private static final Pattern BEARER = Pattern.compile("Bearer +([^ ]+) *", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCESS_TOKEN = Pattern.compile("(?:.*&)?access_token=([^&]+).*");

    @Inject
    private Tokens tokens;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        CookiesAtNegotiation.add(request, response); // here, because no filter of an application is sure to come before Hubcast's
        return token(request).flatMap(tokens::user)
                .map(user -> context.notifyContainerAboutLogin(user, Set.of()))
                .orElseGet(context::doNothing);
    }

    private static Optional<String> token(HttpServletRequest request) {
        if (request.getHeader("Authorization") != null) {
            return found(BEARER, request.getHeader("Authorization"));
        }
        return request.getServletPath().startsWith(AuthorizedHub.PATH) && request.getQueryString() != null
                ? found(ACCESS_TOKEN, request.getQueryString())
                : Optional.empty();
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
