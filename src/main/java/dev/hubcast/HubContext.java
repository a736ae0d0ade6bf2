package dev.hubcast;

/**
 * The way to send to a hub's clients, injectable in any bean: the hub itself, an EJB, a REST resource, a timer.
 *
 * <pre>{@code
 * @Stateless
 * public class Orders {
 *     @Inject HubContext<SalesHub> sales;
 *
 *     public void place(Order order) {
 *         sales.clients().group("region-" + order.region()).send("orderPlaced", order);
 *     }
 * }
 * }</pre>
 *
 * <p>Safe for use by any number of threads, with or without a request. No method returns null. Sending never waits for a client:
 * the message is serialised once, on the calling thread, and queued for each recipient.
 *
 * @param <H> the hub class; an injection point for a class that is no {@link Hub} fails the deployment
 */
public interface HubContext<H> {

    /**
     * The hub's clients, by the names of their methods.
     *
     * @return the clients
     */
    ClientProxies clients();

    /**
     * The hub's clients, by an interface: a call of one of its methods is sent to the clients.
     *
     * @param <T> the client interface
     * @param client an interface whose methods have distinct names without regard to case, are named as the client's handlers or carry
     *     {@link ClientMethod}, and return {@code void}; or {@link java.util.concurrent.CompletionStage}, to ask a single client for a
     *     result as {@link SingleClientProxy} does, which throws {@link IllegalStateException} for any other recipients
     * @return the clients
     * @throws IllegalArgumentException if {@code client} is no such interface; the message names the method and the cure
     */
    <T> HubClients<T> clients(Class<T> client);

    /**
     * The hub's groups.
     *
     * @return the groups
     */
    HubGroups groups();

    /**
     * The same within a tenant: whom {@link #clients()} of it names, and whom its {@link #groups()} take in, are that tenant's connections.
     *
     * <p>Only for an application that has a {@link TenantResolver}. There it is needed wherever no hub call runs on the thread: in an EJB
     * that a REST resource calls, in a timer, behind a stage that another thread completes. Within a call everything is for the caller's
     * tenant, and no other can be named.
     *
     * <p>Whether a tenant may or must be named shows when something is sent or a group is changed, by an {@link IllegalStateException}.
     *
     * @param tenant the tenant, compared exactly; one that has no connections is no error
     * @return the context
     */
    HubContext<H> tenant(String tenant);
}
