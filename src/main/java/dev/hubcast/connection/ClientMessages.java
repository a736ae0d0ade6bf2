package dev.hubcast.connection;

import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Completion;
import dev.hubcast.protocol.HubMessage.StreamItem;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionStage;

/** Does what a client's messages say. */
final class ClientMessages {

    private static final Logger LOG = System.getLogger(ClientMessages.class.getName());

    private final HubConnection connection;
    private final LocalHub hub;

    ClientMessages(HubConnection connection, LocalHub hub) {
        this.connection = connection;
        this.hub = hub;
    }

    /** Answers null, or a stage that completes when the next message may be handled. */
    CompletionStage<?> handle(HubMessage message, Turn turn) {
        if (message instanceof StreamItem item) {
            return connection.uploads().item(item);
        }
        if (message instanceof Completion completion) {
            complete(completion);
        } else {
            return hub.handler().received(connection, message, turn);
        }
        return null;
    }

    /** Nobody may wait any more for a stream's end or a client's result, which is no fault of the client. */
    private void complete(Completion completion) {
        if (connection.uploads().complete(completion)) {
            return;
        }
        if (hub.results().isOfAnother(connection, completion.invocationId())) {
            String rule = "InvalidOperationException: Connection ID '" + connection.id() + "' is not valid for invocation ID '"
                    + completion.invocationId() + "'.";
            connection.end(Ending.badRecord(hub.options().detailedErrors() ? rule : null));
        } else if (!hub.results().answer(completion)) {
            LOG.log(Level.DEBUG, "{0}: skipped a completion that nobody waits for", connection);
        }
    }
}
