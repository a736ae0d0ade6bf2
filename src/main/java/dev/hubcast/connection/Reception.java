package dev.hubcast.connection;

import dev.hubcast.connection.HubHandler.Entry;
import dev.hubcast.protocol.Handshake;
import dev.hubcast.protocol.HubProtocol;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionStage;

/** How a client is received: its handshake is answered, and one that breaks the rules is sent away. Its methods are steps of the queue. */
final class Reception {

    private static final Logger LOG = System.getLogger(Reception.class.getName());
    private static final String UNEXPECTED = "An unexpected error occurred during connection handshake.";
    private static final String LATE = "Handshake was canceled.";

    private final HubConnection connection;
    private final LocalHub hub;

    Reception(HubConnection connection, LocalHub hub) {
        this.connection = connection;
        this.hub = hub;
    }

    /** Takes the client in, with or without numbers for its messages; done when {@code @OnOpen} is. */
    CompletionStage<?> accept(HubProtocol protocol, boolean sequenced) {
        if (connection.hasEnded()) {
            return null;
        }
        Entry entry;
        try {
            entry = hub.handler().enter(connection);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Hub " + hub.name() + ", connection " + connection.id() + ": " + e.getMessage(), e);
            return refuse(UNEXPECTED);
        }
        if (entry.refusal() != null) {
            return refuse(entry.refusal());
        }
        connection.begin(protocol, entry, sequenced);
        connection.news().connected();
        return hub.handler().opened(connection).thenAccept(connection::opened);
    }

    CompletionStage<?> refuse(String why) {
        LOG.log(Level.DEBUG, "Hub {0}, connection {1}: handshake refused: {2}", hub.name(), connection.id(), why);
        connection.offer(Handshake.refused(why));
        connection.end(Ending.handshakeRefused(why));
        return null;
    }

    /** The handshake did not come in time. */
    void late() {
        refuse(LATE);
    }

    CompletionStage<?> broken(RuntimeException rule) {
        if (!connection.hasBegun()) {
            return refuse(rule instanceof MessageTooBigException ? LATE : UNEXPECTED + detail(" " + rule.getMessage(), ""));
        }
        String detail = detail("InvalidDataException: " + rule.getMessage(), null);
        LOG.log(Level.DEBUG, "Hub {0}, connection {1}: {2}", hub.name(), connection.id(), rule.getMessage());
        connection.end(rule instanceof MessageTooBigException ? Ending.messageTooBig(detail) : Ending.badRecord(detail));
        return null;
    }

    /** The client, which has pinged before, has been silent for too long. */
    void silent() {
        connection.end(Ending.clientSilent(detail(
                "OperationCanceledException: Client hasn't sent a message/ping within the configured ClientTimeoutInterval.", null)));
    }

    /** Details are for developers: {@code hubcast.detailed-errors}. */
    private String detail(String text, String otherwise) {
        return hub.options().detailedErrors() ? text : otherwise;
    }
}
