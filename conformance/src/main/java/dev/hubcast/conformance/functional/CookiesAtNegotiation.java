package dev.hubcast.conformance.functional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Cookies that every negotiation sets, and one that has expired. */
final class CookiesAtNegotiation {

    private static final List<String> COOKIES = List.of("testCookie=testValue; Path=/", "testCookie2=testValue2; Path=/",
            "expiredCookie=doesntmatter; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT");

    private CookiesAtNegotiation() {}

    static void add(HttpServletRequest request, HttpServletResponse response) {
        if (request.getRequestURI().contains("/negotiate")) {
            String acrossSites = request.isSecure() ? "; SameSite=None; Secure; Partitioned" : "";
            COOKIES.forEach(cookie -> response.addHeader("Set-Cookie", cookie + acrossSites));
        }
    }
}
