package dev.hubcast.connection;

import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.Payload;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * A message on its way to many: serialised at its first recipient or before, once for each protocol. What no protocol can carry is the
 * sender's mistake. What only some can carry must still reach their clients, or any client could silence a hub by its choice of
 * protocol. Used by one thread at a time.
 */
final class SharedMessage {

    private static final Logger LOG = System.getLogger(SharedMessage.class.getName());

    private final HubMessage message;
    private final Collection<HubProtocol> protocols;
    /** Null for a protocol that cannot carry it. */
    private final Map<HubProtocol, Payload> written = new IdentityHashMap<>(2);

    /** With the protocols among which clients could choose. */
    SharedMessage(HubMessage message, Collection<HubProtocol> protocols) {
        this.message = message;
        this.protocols = protocols;
    }

    /** The record; null if another protocol can carry it but this one cannot. Throws {@link IllegalArgumentException} if none can. */
    Payload in(HubProtocol protocol) {
        if (!written.containsKey(protocol)) {
            written.put(protocol, write(protocol));
        }
        return written.get(protocol);
    }

    private Payload write(HubProtocol protocol) {
        try {
            return protocol.write(message);
        } catch (IllegalArgumentException e) {
            if (protocols.stream().noneMatch(other -> other != protocol && carries(other))) {
                throw e;
            }
            LOG.log(Level.ERROR, () -> "Clients that speak " + protocol.name() + " cannot be sent " + name() + ", so they are closed", e);
            return null;
        }
    }

    private boolean carries(HubProtocol other) {
        if (written.get(other) != null) {
            return true;
        }
        try {
            written.put(other, other.write(message));
            return true;
        } catch (IllegalArgumentException e) {
            return false; // the sender reads of the first failure
        }
    }

    private String name() {
        return message instanceof Invocation call ? "'" + call.target() + "'" : "a message";
    }
}
