package dev.hubcast.connection;

import dev.hubcast.protocol.HubMessage;
import jakarta.websocket.CloseReason;
import java.util.concurrent.CompletionStage;

/**
 * Hub code, as a connection sees it. Every method is called on an application thread, deals itself with the context in which the
 * application's code runs, and is called for one connection at a time, but for {@link #received}: while a call runs, calls that stream
 * may begin, and the next call if this one has {@linkplain Turn#giveUp given up its turn}.
 */
public interface HubHandler {

    /**
     * Names the connection's user.
     *
     * @param connection the connection, whose handshake was accepted
     * @return the user identifier, may be null
     */
    String userIdentifierOf(HubConnection connection);

    /**
     * Runs the hub's {@code @OnOpen}.
     *
     * @param connection the connection, which hears messages already
     * @return how it went, when the method is done; never exceptionally
     */
    CompletionStage<OpenOutcome> opened(HubConnection connection);

    /**
     * How {@code @OnOpen} went.
     *
     * @param succeeded whether the connection stays open
     * @param detail what the client may read of the failure, null for nothing
     */
    record OpenOutcome(boolean succeeded, String detail) {

        /** The connection stays open. */
        public static final OpenOutcome SUCCEEDED = new OpenOutcome(true, null);

        /**
         * The connection is closed.
         *
         * @param detail what the client may read, null for nothing
         * @return the outcome
         */
        public static OpenOutcome failed(String detail) {
            return new OpenOutcome(false, detail);
        }
    }

    /**
     * Handles a message of the client.
     *
     * @param connection the connection
     * @param message a call, or a message that means nothing to a connection
     * @param turn of an {@link dev.hubcast.protocol.HubMessage.Invocation} without streams, what it has until it is done
     * @return done when the next message may be handled; never exceptionally
     */
    CompletionStage<?> received(HubConnection connection, HubMessage message, Turn turn);

    /**
     * Runs the hub's {@code @OnClose}, once for each connection whose {@code @OnOpen} succeeded.
     *
     * @param connection the connection, which is out of all groups by now
     * @param reason why it ended
     */
    void closed(HubConnection connection, CloseReason reason);
}
