package dev.hubcast;

import java.security.Principal;

/**
 * A client's wish to hear what is sent to a group or a queue, as a {@link JoinGuard} sees it. Immutable, safe for use by any number of
 * threads; the application has no need to implement it.
 */
public interface Join {

    /**
     * What the client would hear.
     *
     * @return a {@link Group} or a {@link Queue}, not null
     */
    Target target();

    /**
     * The authenticated caller.
     *
     * @return the server's own principal, null if nobody is logged in
     */
    Principal user();

    /**
     * The authenticated caller's name.
     *
     * @return {@link Principal#getName()} of {@link #user()}, null if nobody is logged in
     */
    default String userName() {
        return user() == null ? null : user().getName();
    }

    /**
     * Whether the caller has a role.
     *
     * @param role a role that the application names somewhere, see {@link HubCaller#isUserInRole(String)}
     * @return whether the caller had the role when the connection was opened
     * @throws IllegalArgumentException if the application declares no such role
     */
    boolean isUserInRole(String role);

    /**
     * The request that opened the connection, or that asks for the queue.
     *
     * @return a copy of the request, not null
     */
    HubRequest request();

    /**
     * The tenant within which the group is.
     *
     * @return what {@link TenantResolver} answered for the connection; null in an application without one, and for a queue, which belongs to
     *     no tenant
     */
    default String tenant() {
        return null;
    }

    /** What can be joined. */
    sealed interface Target permits Group, Queue {}

    /**
     * A hub's group.
     *
     * @param hub the hub's name, see {@link Hub#name()}
     * @param name the group's name
     */
    record Group(String hub, String name) implements Target {}

    /**
     * An event queue.
     *
     * @param id the queue's id in its string form; no statement that there is such a queue
     */
    record Queue(String id) implements Target {}
}
