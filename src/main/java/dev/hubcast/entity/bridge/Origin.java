package dev.hubcast.entity.bridge;

import dev.hubcast.connection.HubConnection;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.dispatch.CallScope;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The connection that a change came from, as whoever made the change says.
 *
 * @param connectionId its id; whether there is such a connection is not known yet
 * @param userName who made the change, null if nobody is logged in
 */
record Origin(String connectionId, String userName) {

    static final String HEADER = "Hubcast-Connection";

    private static final Logger LOG = System.getLogger(Origin.class.getName());

    /** Where the code on this thread was called from: a hub's client, or an HTTP request that names a connection; null for neither. */
    static Origin ofThread(BeanManager beans) {
        return CallScope.callerOfThread().map(caller -> new Origin(caller.connectionId(), caller.userName()))
                .orElseGet(() -> ofRequest(beans));
    }

    private static Origin ofRequest(BeanManager beans) {
        try {
            HttpServletRequest request = beans.createInstance().select(HttpServletRequest.class).get();
            String id = request.getHeader(HEADER);
            Principal user = request.getUserPrincipal();
            return id == null ? null : new Origin(id, user == null ? null : user.getName());
        } catch (ContextNotActiveException | IllegalStateException e) { // CDI's ways to say that no request runs on this thread
            LOG.log(Level.DEBUG, "A change that no request made", e);
            return null;
        }
    }

    /** The connection, if it is there and belongs to the same user; nobody can keep news from another. */
    Set<String> in(Optional<LocalHub> hub) {
        return hub.flatMap(open -> open.connection(connectionId)).filter(this::belongsToUser).isPresent()
                ? Set.of(connectionId)
                : Set.of();
    }

    private boolean belongsToUser(HubConnection connection) {
        return Objects.equals(connection.identity().name(), userName);
    }
}
