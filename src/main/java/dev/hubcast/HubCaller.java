package dev.hubcast;

import java.security.Principal;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Who is calling: the connection behind a hub call, and where caller, others and others-in-group live.
 *
 * <p>As a parameter of a hub or life-cycle method it never comes from the wire and stays valid, on any thread, until the hub's
 * {@link jakarta.websocket.OnClose} method has returned. Injected, it works during a hub call on the call's own thread, in any bean,
 * and throws {@link IllegalStateException} or {@link jakarta.enterprise.context.ContextNotActiveException} elsewhere.
 *
 * <p>Safe for use by any number of threads. The identity is the one of the request that opened the connection.
 */
public interface HubCaller {

    /**
     * The connection's public id: to name it in {@link HubClients}, never a secret.
     *
     * @return the id, not null, the same for the whole life of the connection
     */
    String connectionId();

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
    String userName();

    /**
     * The name under which {@link HubClients#user(String)} finds this connection.
     *
     * @return what {@link UserIdentifierProvider} answered when the connection was opened, may be null
     */
    String userIdentifier();

    /**
     * The tenant that this connection belongs to. What the caller sends to, by {@link #others()} for instance, and the groups that it is in
     * are those of its tenant.
     *
     * @return what {@link TenantResolver} answered when the connection was opened, null in an application without one
     */
    String tenant();

    /**
     * Whether the caller has a role.
     *
     * @param role a role that the application names somewhere: in {@link jakarta.annotation.security.RolesAllowed} or
     *     {@link jakarta.annotation.security.DeclareRoles} of any bean, or in {@code web.xml}
     * @return whether the caller had the role when the connection was opened
     * @throws IllegalArgumentException if the application declares no such role: a silent false would hide a spelling mistake
     */
    boolean isUserInRole(String role);

    /**
     * Sends to the caller, and asks it for results.
     *
     * @return the proxy, not null
     */
    SingleClientProxy client();

    /**
     * Sends to every connection of the hub but the caller's.
     *
     * @return the proxy, not null
     */
    ClientProxy others();

    /**
     * Sends to every connection of a group but the caller's, whether or not the caller is a member.
     *
     * @param group the group's name
     * @return the proxy, not null
     */
    ClientProxy othersInGroup(String group);

    /**
     * Sends to the caller by a client interface.
     *
     * @param <T> the client interface
     * @param client the interface, as {@link HubContext#clients(Class)} takes it
     * @return the proxy, not null
     */
    <T> T client(Class<T> client);

    /**
     * Sends to every connection of the hub but the caller's by a client interface.
     *
     * @param <T> the client interface
     * @param client the interface, as {@link HubContext#clients(Class)} takes it
     * @return the proxy, not null
     */
    <T> T others(Class<T> client);

    /**
     * Sends to every connection of a group but the caller's by a client interface.
     *
     * @param <T> the client interface
     * @param group the group's name
     * @param client the interface, as {@link HubContext#clients(Class)} takes it
     * @return the proxy, not null
     */
    <T> T othersInGroup(String group, Class<T> client);

    /**
     * The request that opened the connection.
     *
     * @return a copy made when the connection was opened, not null
     */
    HubRequest request();

    /**
     * How the client is connected.
     *
     * @return the transport, not null
     */
    TransportType transport();

    /**
     * What the application keeps for this connection, from its opening to the end of {@code @OnClose}.
     *
     * @return a map of the application's own, not null; safe for use by several threads, takes no null keys or values
     */
    Map<String, Object> items();

    /**
     * Ends the connection: the client is told not to reconnect, calls that wait are dropped, {@code @OnClose} runs. Returns at once;
     * ending twice is no error.
     */
    void abort();

    /**
     * Tells when the connection has ended, by whoever's doing.
     *
     * @return completes, with null and never exceptionally, before {@code @OnClose} runs
     */
    CompletionStage<Void> aborted();
}
