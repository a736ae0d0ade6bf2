package dev.hubcast.security;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which pages a browser may connect from. Neither WebSockets nor cookies know a same-origin rule of their own, so the server has to keep
 * it: a page must be the application's own, or its origin must be configured.
 *
 * <p>Origins are compared as browsers serialise them (RFC 6454, section 6.2), exactly. A request without an {@code Origin} comes from no
 * browser's script and passes; more than one is refused, and so is {@code null}.
 */
public final class OriginPolicy {

    private final Set<String> allowed;

    /**
     * A policy.
     *
     * @param allowed origins that are let in beside the application's own, such as {@code https://www.example.com}
     */
    public OriginPolicy(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /**
     * Whether a request may pass.
     *
     * @param origins the values of its {@code Origin} headers
     * @param scheme the scheme by which the server was called, {@code http} or {@code https}
     * @param host the value of its {@code Host} header, may be null
     * @return whether the origin is the application's own, configured, or absent
     */
    public boolean admits(List<String> origins, String scheme, String host) {
        if (origins.isEmpty()) {
            return true;
        }
        return origins.size() == 1 && (allowed.contains(origins.get(0)) || origins.get(0).equals(own(scheme, host)));
    }

    /**
     * Whether a request comes from a configured page of another origin, which needs CORS headers to read the answer.
     *
     * @param origin the value of its {@code Origin} header
     * @return whether it is configured
     */
    public boolean isConfigured(String origin) {
        return allowed.contains(origin);
    }

    private static String own(String scheme, String host) {
        if (host == null) {
            return null;
        }
        String name = host.toLowerCase(Locale.ROOT);
        String defaultPort = scheme.equals("https") ? ":443" : ":80";
        return scheme + "://" + (name.endsWith(defaultPort) ? name.substring(0, name.length() - defaultPort.length()) : name);
    }
}
