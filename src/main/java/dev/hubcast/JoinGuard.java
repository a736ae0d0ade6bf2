package dev.hubcast;

/**
 * Says who may join which group and read which queue. The application may bring one bean of this type.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Membership implements JoinGuard {
 *
 *     @Override
 *     public boolean mayJoin(Join join) {
 *         if (join.target() instanceof Join.Group group) {
 *             return group.hub().equals("chat") && rooms.isMember(group.name(), join.userName());
 *         }
 *         return join.target() instanceof Join.Queue queue && jobs.isOwner(queue.id(), join.userName());
 *     }
 * }
 * }</pre>
 *
 * <p>It is asked for every join that a client chooses: when hub code adds its caller to a group by
 * {@link HubGroups#add(HubCaller, String)}, when a connection names a group in its request, and when a queue is read at its address. It is
 * not asked where the application itself decides: {@link HubGroups#add(String, String)}, {@code EventQueues.stream}.
 *
 * <p>Without a guard, hub code may add its callers to any group, because that code is the application's; groups that clients choose past
 * it, and queues at their address, are refused. A guard that throws has refused, and the log tells why, at level ERROR. More than one guard
 * fails the deployment.
 *
 * <p>Asked on the thread that wants to know: that of the hub call, with its identity and request context, or that of the request. It may
 * wait, for a database say, as hub code may. Must be safe for use by several threads.
 */
@FunctionalInterface
public interface JoinGuard {

    /**
     * Whether a client may join.
     *
     * @param join what the client wants to hear, and who it is; not null
     * @return whether it may
     */
    boolean mayJoin(Join join);
}
