package dev.hubcast;

import java.util.concurrent.CompletionStage;

/**
 * Puts connections into a hub's groups and takes them out.
 *
 * <p>A group exists while it has a member. Names are compared exactly and may be any non-empty text. Membership ends with the
 * connection and is not restored when its client reconnects. Adding twice and removing an absent member are no errors; nor is a
 * connection that does not exist or has ended: it does not become a member.
 *
 * <p>The returned stage completes, with null, when the change is in force everywhere: on one node before the method returns. Safe for
 * use by any number of threads. Null arguments throw {@link NullPointerException}, an empty name
 * {@link IllegalArgumentException}.
 */
public interface HubGroups {

    /**
     * Adds a connection to a group.
     *
     * @param connectionId the connection
     * @param group the group's name
     * @return completes when the connection hears what is sent to the group
     */
    CompletionStage<Void> add(String connectionId, String group);

    /**
     * Takes a connection out of a group.
     *
     * @param connectionId the connection
     * @param group the group's name
     * @return completes when the connection no longer hears what is sent to the group
     */
    CompletionStage<Void> remove(String connectionId, String group);

    /**
     * Adds the caller's connection to a group, if the application's {@link JoinGuard}, where there is one, lets it. To add it whatever the
     * guard says, name the connection: {@code add(caller.connectionId(), group)}.
     *
     * @param caller the caller
     * @param group the group's name
     * @return completes when the caller hears what is sent to the group
     * @throws HubException if the guard refuses; the client reads so, unless the hub's code catches it
     */
    default CompletionStage<Void> add(HubCaller caller, String group) {
        return add(caller.connectionId(), group);
    }

    /**
     * Takes the caller's connection out of a group.
     *
     * @param caller the caller
     * @param group the group's name
     * @return completes when the caller no longer hears what is sent to the group
     */
    default CompletionStage<Void> remove(HubCaller caller, String group) {
        return remove(caller.connectionId(), group);
    }
}
