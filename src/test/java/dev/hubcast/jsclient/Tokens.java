package dev.hubcast.jsclient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An application's own authentication by tokens, in the header or, where browsers can send none, in the query. */
@ApplicationScoped
public class Tokens implements HttpAuthenticationMechanism {

    private static final Pattern BEARER = Pattern.compile("Bearer (.*)");
    private static final Pattern ACCESS_TOKEN = Pattern.compile("(?:.*&)?access_token=([^&]*).*");
    private static final Pattern GENUINE = Pattern.compile("token-of-(\\w+)");

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<String> token = Stream.concat(
                first(BEARER, request.getHeader("Authorization")), first(ACCESS_TOKEN, request.getQueryString())).findFirst();
        if (token.isEmpty()) {
            return context.doNothing();
        }
        return first(GENUINE, token.get()).findFirst()
                .map(user -> context.notifyContainerAboutLogin(user, Set.of("member")))
                .orElseGet(context::responseUnauthorized);
    }

    private static Stream<String> first(Pattern pattern, String text) {
        return Stream.ofNullable(text).map(pattern::matcher).filter(matcher -> matcher.matches()).map(matcher -> matcher.group(1));
    }
}
