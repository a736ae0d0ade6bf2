package dev.hubcast;

import java.util.Collection;

/**
 * Whom a message is for. Each method names recipients and returns a proxy that sends to them; nothing is sent until the proxy is
 * used, and who belongs to a group or a user is looked up at that moment.
 *
 * <p>Connections, groups and users that do not exist are no error: nobody hears the message. A connection that is named twice hears
 * it once. Ids and names are compared exactly. Safe for use by any number of threads. No argument may be null or contain null
 * ({@link NullPointerException}).
 *
 * @param <P> what sends: {@link ClientProxy}, or a client interface
 */
public interface HubClients<P> {

    /**
     * Every connection of the hub.
     *
     * @return the proxy
     */
    P all();

    /**
     * Every connection of the hub but these.
     *
     * @param connectionIds the connections that do not hear it
     * @return the proxy
     */
    P allExcept(Collection<String> connectionIds);

    /**
     * One connection.
     *
     * @param connectionId the connection
     * @return the proxy
     */
    P client(String connectionId);

    /**
     * Some connections.
     *
     * @param connectionIds the connections
     * @return the proxy
     */
    P clients(Collection<String> connectionIds);

    /**
     * The connections in a group.
     *
     * @param group the group's name
     * @return the proxy
     */
    P group(String group);

    /**
     * The connections in a group but some.
     *
     * @param group the group's name
     * @param connectionIds the connections that do not hear it
     * @return the proxy
     */
    P groupExcept(String group, Collection<String> connectionIds);

    /**
     * The connections in any of several groups; one that is in several hears the message once.
     *
     * @param groups the groups' names
     * @return the proxy
     */
    P groups(Collection<String> groups);

    /**
     * All connections of a user.
     *
     * @param userIdentifier the user, as {@link UserIdentifierProvider} named them
     * @return the proxy
     */
    P user(String userIdentifier);

    /**
     * All connections of some users.
     *
     * @param userIdentifiers the users
     * @return the proxy
     */
    P users(Collection<String> userIdentifiers);
}
