package dev.hubcast.event;

import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A broadcast that is decided at run time: fired as a CDI event by any bean, it is heard by a hub's clients by the rules of
 * {@link BroadcastTo}, so by default after the transaction has succeeded.
 *
 * <pre>{@code
 * @Inject Event<Broadcast> broadcasts;
 * …
 * broadcasts.fire(Broadcast.to("sales").group("region-north").except(origin).method("orderPlaced").with(order));
 * }</pre>
 *
 * <p>Immutable, but for the arguments, which are the application's own; they are serialised when the broadcast is fired. Two of equal parts
 * are equal, so that a test can say what it expects to have been fired. No argument but those of {@link #with} may be null
 * ({@link NullPointerException}).
 *
 * <p>That there is no such hub is found out when the broadcast is fired: the log says so, and nobody hears it.
 *
 * @param hub the hub's name
 * @param recipients whom it is for
 * @param method the client method, not empty
 * @param arguments the method's arguments, each may be null
 * @param when when it is sent, as in {@link BroadcastTo#when()}
 * @param tenant the tenant within which it is heard; null in an application without tenants, and for that of the hub call in which it is
 *     fired
 */
public record Broadcast(String hub, Recipients recipients, String method, List<Object> arguments, TransactionPhase when, String tenant) {

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the method is empty
     */
    public Broadcast {
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(recipients, "recipients");
        Objects.requireNonNull(when, "when");
        if (Objects.requireNonNull(method, "method").isEmpty()) {
            throw new IllegalArgumentException("A client method has a name.");
        }
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /**
     * Begins a broadcast.
     *
     * @param hub the hub, by its name: that of {@link dev.hubcast.Hub#name()}, or the simple name of the hub's class
     * @return asks whom it is for
     */
    public static ToHub to(String hub) {
        return new ToHub(hub);
    }

    /**
     * The same with one more argument.
     *
     * @param argument the argument, may be null; an array or a list is one argument
     * @return the broadcast
     */
    public Broadcast with(Object argument) {
        List<Object> more = new ArrayList<>(arguments);
        more.add(argument);
        return new Broadcast(hub, recipients, method, more, when, tenant);
    }

    /**
     * The same in another phase of the transaction.
     *
     * @param phase when it is sent
     * @return the broadcast
     */
    public Broadcast during(TransactionPhase phase) {
        return new Broadcast(hub, recipients, method, arguments, phase, tenant);
    }

    /**
     * The same within a tenant.
     *
     * @param name the tenant, see {@link dev.hubcast.HubContext#tenant(String)}
     * @return the broadcast
     */
    public Broadcast tenant(String name) {
        return new Broadcast(hub, recipients, method, arguments, when, Objects.requireNonNull(name, "name"));
    }

    /**
     * A broadcast to a hub; whom it is for is not said yet.
     *
     * @param hub the hub's name
     */
    public record ToHub(String hub) {

        /** Checks. */
        public ToHub {
            Objects.requireNonNull(hub, "hub");
        }

        /**
         * To every connection of the hub.
         *
         * @return asks for the method
         */
        public ToRecipients all() {
            return new ToRecipients(hub, new Recipients.All(Set.of()));
        }

        /**
         * To the connections in a group.
         *
         * @param group the group's name; {@link NameTemplate} makes it as {@link BroadcastTo#group()} does
         * @return asks for the method
         */
        public ToRecipients group(String group) {
            return groups(Set.of(group));
        }

        /**
         * To the connections in any of several groups; one that is in several hears it once.
         *
         * @param groups the groups' names
         * @return asks for the method
         */
        public ToRecipients groups(Collection<String> groups) {
            return new ToRecipients(hub, new Recipients.InGroups(Set.copyOf(groups), Set.of()));
        }

        /**
         * To all connections of a user.
         *
         * @param userIdentifier the user
         * @return asks for the method
         */
        public ToRecipients user(String userIdentifier) {
            return users(Set.of(userIdentifier));
        }

        /**
         * To all connections of some users.
         *
         * @param userIdentifiers the users
         * @return asks for the method
         */
        public ToRecipients users(Collection<String> userIdentifiers) {
            return new ToRecipients(hub, new Recipients.OfUsers(Set.copyOf(userIdentifiers), Set.of()));
        }

        /**
         * To one connection.
         *
         * @param connectionId the connection
         * @return asks for the method
         */
        public ToRecipients client(String connectionId) {
            return clients(Set.of(connectionId));
        }

        /**
         * To some connections.
         *
         * @param connectionIds the connections
         * @return asks for the method
         */
        public ToRecipients clients(Collection<String> connectionIds) {
            return new ToRecipients(hub, new Recipients.Connections(Set.copyOf(connectionIds)));
        }
    }

    /**
     * A broadcast to some of a hub's connections; what they hear is not said yet.
     *
     * @param hub the hub's name
     * @param recipients whom it is for
     */
    public record ToRecipients(String hub, Recipients recipients) {

        /**
         * Leaves a connection out.
         *
         * @param connectionId the connection that does not hear it, in place of those named before
         * @return asks for the method
         */
        public ToRecipients except(String connectionId) {
            return except(Set.of(connectionId));
        }

        /**
         * Leaves connections out.
         *
         * @param connectionIds those that do not hear it, in place of those named before
         * @return asks for the method
         */
        public ToRecipients except(Collection<String> connectionIds) {
            return new ToRecipients(hub, recipients.except(connectionIds));
        }

        /**
         * Says which client method is called.
         *
         * @param method the name of the client's handler
         * @return a broadcast without arguments, after the success of the transaction
         * @throws IllegalArgumentException if the name is empty
         */
        public Broadcast method(String method) {
            return new Broadcast(hub, recipients, method, List.of(), TransactionPhase.AFTER_SUCCESS, null);
        }
    }
}
