package dev.hubcast;

import java.security.Principal;

/**
 * Names the user of a connection, for {@link HubClients#user(String)}. The application may bring one bean of this type; without it
 * the name of the principal is taken.
 *
 * <p>Asked once per connection, before {@link jakarta.websocket.OnOpen}, as a hub call is: on a thread of the application, with the
 * caller's identity and a CDI request context. Must be safe for use by several threads.
 */
@FunctionalInterface
public interface UserIdentifierProvider {

    /**
     * Names the user of a connection.
     *
     * @param user the authenticated caller, null if nobody is logged in
     * @param request the request that opens the connection, not null
     * @return the user's identifier, compared exactly; null if the connection belongs to no user
     */
    String userIdentifier(Principal user, HubRequest request);
}
