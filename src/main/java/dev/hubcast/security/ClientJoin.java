package dev.hubcast.security;

import dev.hubcast.HubCaller;
import dev.hubcast.HubRequest;
import dev.hubcast.Join;
import java.security.Principal;
import java.util.function.Predicate;

/** What a client wants to join. */
public final class ClientJoin implements Join {

    private static final int MOST_FOR_THE_LOG = 200;

    private final Target target;
    private final Principal user;
    private final Predicate<String> roles;
    private final HubRequest request;
    private final String tenant;

    private ClientJoin(Target target, Principal user, Predicate<String> roles, HubRequest request, String tenant) {
        this.target = target;
        this.user = user;
        this.roles = roles;
        this.request = request;
        this.tenant = tenant;
    }

    /**
     * A wish of a hub's caller.
     *
     * @param target what is to be joined
     * @param caller who joins
     * @return the join
     */
    public static Join of(Target target, HubCaller caller) {
        return new ClientJoin(target, caller.user(), caller::isUserInRole, caller.request(), caller.tenant());
    }

    /**
     * A wish that a request brings.
     *
     * @param target what is to be joined
     * @param caller who joins
     * @param request a copy of the request
     * @return the join
     */
    public static Join of(Target target, CallerIdentity caller, HubRequest request) {
        return of(target, caller, request, null);
    }

    /**
     * A wish that the request of a connection brings.
     *
     * @param target what is to be joined
     * @param caller who joins
     * @param request a copy of the request
     * @param tenant the connection's tenant, null if it has none
     * @return the join
     */
    public static Join of(Target target, CallerIdentity caller, HubRequest request, String tenant) {
        return new ClientJoin(target, caller.principal(), caller::isInRole, request, tenant);
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Principal user() {
        return user;
    }

    @Override
    public boolean isUserInRole(String role) {
        return roles.test(role);
    }

    @Override
    public HubRequest request() {
        return request;
    }

    @Override
    public String tenant() {
        return tenant;
    }

    /** For the log, in which a client must not write lines of its own. */
    @Override
    public String toString() {
        String what = target.toString().replaceAll("\\p{Cntrl}", "?");
        return what.substring(0, Math.min(what.length(), MOST_FOR_THE_LOG))
                + " to " + (user == null ? "somebody who is not logged in" : userName());
    }
}
