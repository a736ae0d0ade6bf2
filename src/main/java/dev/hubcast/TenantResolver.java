package dev.hubcast;

import java.security.Principal;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * Says which tenant a connection belongs to. The application may bring one bean of this type; with it, tenants are worlds of their own:
 * groups of the same name, users of the same name and broadcasts to all are separate in each, whichever way something is sent. More than
 * one resolver fails the deployment.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Tenants {
 *
 *     @Produces
 *     @ApplicationScoped
 *     TenantResolver tenants(Employees employees) {
 *         return TenantResolver.queryParameter("tenant", (user, tenant) -> employees.works(user.getName(), tenant));
 *     }
 * }
 * }</pre>
 *
 * <p>Every connection of every hub belongs to a tenant: one for which the resolver has none is refused. It stays in that tenant until its
 * end, also if the client resumes it.
 *
 * <p>Asked once per connection, after {@link UserIdentifierProvider}, as a hub call is: on a thread of the application, with the caller's
 * identity and a CDI request context. A resolver that throws has refused, and the log tells why, at level ERROR. Must be safe for use by
 * several threads.
 */
@FunctionalInterface
public interface TenantResolver {

    /**
     * The tenant of a connection.
     *
     * @param user the authenticated caller, null if nobody is logged in
     * @param request the request that opens the connection, not null
     * @return the tenant, compared exactly; null or empty if the connection belongs to none, and so must not be
     */
    String tenant(Principal user, HubRequest request);

    /**
     * The tenant is a claim of the caller's token: what the principal's {@code getClaim(name)} answers, as that of MicroProfile JWT does, or
     * one of the application's own.
     *
     * @param name the claim
     * @return the resolver; connections whose caller has no such claim belong to no tenant
     */
    static TenantResolver claim(String name) {
        return new TenantOfClaim(name);
    }

    /**
     * The tenant is a header of the request. Clients can send any header, so this is only for what stands in front of the application, such
     * as a gateway, and replaces the header in every request; else {@linkplain #checked check} it.
     *
     * @param name the header's name, in any case
     * @return the resolver
     */
    static TenantResolver header(String name) {
        Objects.requireNonNull(name, "name");
        return (user, request) -> request.header(name);
    }

    /**
     * The tenant is a variable of the hub's path, such as that of {@code @ServerEndpoint("/{tenant}/hubs/chat")}. Clients can ask for any
     * path, so this is only for tenants that are open to everybody, or whose paths something else guards; else {@linkplain #checked check}
     * it.
     *
     * @param name the variable, without braces
     * @return the resolver
     */
    static TenantResolver pathParameter(String name) {
        Objects.requireNonNull(name, "name");
        return (user, request) -> request.pathParameters().get(name);
    }

    /**
     * The tenant is a parameter of the query that the caller may name.
     *
     * @param name the parameter's name
     * @param belongs whether a caller, who is logged in, belongs to a tenant
     * @return the resolver; connections of nobody belong to no tenant
     */
    static TenantResolver queryParameter(String name, BiPredicate<Principal, String> belongs) {
        Objects.requireNonNull(name, "name");
        TenantResolver chosen = (user, request) -> request.queryParameter(name);
        return chosen.checked(belongs);
    }

    /**
     * The same, but only for callers who belong to the tenant.
     *
     * @param belongs whether a caller, who is logged in, belongs to a tenant
     * @return the resolver; connections of nobody belong to no tenant
     */
    default TenantResolver checked(BiPredicate<Principal, String> belongs) {
        Objects.requireNonNull(belongs, "belongs");
        return (user, request) -> {
            String tenant = user == null ? null : tenant(user, request);
            return tenant != null && !tenant.isEmpty() && belongs.test(user, tenant) ? tenant : null;
        };
    }
}
