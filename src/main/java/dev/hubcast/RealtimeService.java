package dev.hubcast;

import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/**
 * Sends messages, and nothing but messages, to a hub's clients: each is the one argument of the client method
 * {@value #MESSAGE_RECEIVED}. Injectable in any bean, for each hub, and the counterpart of the JavaScript class of the same name:
 *
 * <pre>{@code
 * @Inject RealtimeService<JobHub> jobs;
 * …
 * jobs.sendToGroup(new Progress(job.id(), 75), "job-" + job.id());
 * }</pre>
 *
 * <pre>{@code
 * const service = new RealtimeService({ url: "hubs/jobs" });
 * service.messageReceived.subscribe(progress => show(progress));
 * await service.start("job-42");
 * }</pre>
 *
 * <p>A facade over {@link HubContext}, by whose rules everything goes: sending never waits, and neither groups nor users nor connections that
 * do not exist are errors. {@link GroupsByQuery} on the hub lets clients join their groups as they connect. Safe for use by any number of
 * threads. No argument but a message may be null.
 *
 * @param <H> the hub class; an injection point for a class that is no {@link Hub} fails the deployment
 */
@FunctionalInterface
public interface RealtimeService<H> {

    /** The client method that takes every message. */
    String MESSAGE_RECEIVED = "messageReceived";

    /**
     * What sends.
     *
     * @return the hub's context, for whatever is no message
     */
    HubContext<H> context();

    /**
     * A service over a context: in unit tests, over one that records.
     *
     * @param <H> the hub class
     * @param context what sends
     * @return the service
     */
    static <H> RealtimeService<H> over(HubContext<H> context) {
        Objects.requireNonNull(context, "context");
        return () -> context;
    }

    /**
     * The same within a tenant.
     *
     * @param tenant the tenant, see {@link HubContext#tenant(String)}
     * @return the service
     */
    default RealtimeService<H> tenant(String tenant) {
        return over(context().tenant(tenant));
    }

    /**
     * Sends to every connection of the hub.
     *
     * @param message the message, may be null; written as JSON
     */
    default void sendToAll(Object message) {
        context().clients().all().send(MESSAGE_RECEIVED, message);
    }

    /**
     * Sends to every connection of the hub but some.
     *
     * @param message the message, may be null; written as JSON
     * @param connectionIds the connections that do not hear it
     */
    default void sendToAllExcept(Object message, Collection<String> connectionIds) {
        context().clients().allExcept(connectionIds).send(MESSAGE_RECEIVED, message);
    }

    /**
     * Sends to the connections in a group.
     *
     * @param message the message, may be null; written as JSON
     * @param group the group's name
     */
    default void sendToGroup(Object message, String group) {
        context().clients().group(group).send(MESSAGE_RECEIVED, message);
    }

    /**
     * Sends to the connections in a group but some.
     *
     * @param message the message, may be null; written as JSON
     * @param group the group's name
     * @param connectionIds the connections that do not hear it
     */
    default void sendToGroupExcept(Object message, String group, Collection<String> connectionIds) {
        context().clients().groupExcept(group, connectionIds).send(MESSAGE_RECEIVED, message);
    }

    /**
     * Sends to the connections in any of several groups, to each once.
     *
     * @param message the message, may be null; written as JSON
     * @param groups the groups' names
     */
    default void sendToGroups(Object message, Collection<String> groups) {
        context().clients().groups(groups).send(MESSAGE_RECEIVED, message);
    }

    /**
     * Sends to all connections of a user.
     *
     * @param message the message, may be null; written as JSON
     * @param userIdentifier the user, as {@link UserIdentifierProvider} named them
     */
    default void sendToUser(Object message, String userIdentifier) {
        context().clients().user(userIdentifier).send(MESSAGE_RECEIVED, message);
    }

    /**
     * Sends to all connections of some users.
     *
     * @param message the message, may be null; written as JSON
     * @param userIdentifiers the users
     */
    default void sendToUsers(Object message, Collection<String> userIdentifiers) {
        context().clients().users(userIdentifiers).send(MESSAGE_RECEIVED, message);
    }

    /**
     * Sends to one connection.
     *
     * @param message the message, may be null; written as JSON
     * @param connectionId the connection
     */
    default void sendToClient(Object message, String connectionId) {
        context().clients().client(connectionId).send(MESSAGE_RECEIVED, message);
    }

    /**
     * Sends to some connections.
     *
     * @param message the message, may be null; written as JSON
     * @param connectionIds the connections
     */
    default void sendToClients(Object message, Collection<String> connectionIds) {
        context().clients().clients(connectionIds).send(MESSAGE_RECEIVED, message);
    }

    /**
     * Adds a connection to a group; the {@link JoinGuard} is not asked.
     *
     * @param connectionId the connection
     * @param group the group's name
     * @return completes when the connection hears what is sent to the group
     */
    default CompletionStage<Void> addToGroup(String connectionId, String group) {
        return context().groups().add(connectionId, group);
    }

    /**
     * Takes a connection out of a group.
     *
     * @param connectionId the connection
     * @param group the group's name
     * @return completes when the connection no longer hears what is sent to the group
     */
    default CompletionStage<Void> removeFromGroup(String connectionId, String group) {
        return context().groups().remove(connectionId, group);
    }
}
