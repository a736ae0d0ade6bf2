package dev.hubcast.connection;

import dev.hubcast.protocol.HubMessage;
import jakarta.websocket.CloseReason;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Hub code, as a connection sees it. Every method is called on an application thread, deals itself with the context in which the
 * application's code runs, and is called for one connection at a time, but for {@link #received}: while a call runs, calls that stream
 * may begin, and the next call if this one has {@linkplain Turn#giveUp given up its turn} or the connection
 * {@linkplain HubOptions#maximumParallelInvocationsPerClient() may have more}.
 */
public interface HubHandler {

    /**
     * Says as whom a connection comes in.
     *
     * @param connection the connection, whose handshake is good
     * @return its user, its tenant and its first groups, or why it may not come in
     * @throws RuntimeException if the application's code failed; its message says which
     */
    Entry enter(HubConnection connection);

    /**
     * As whom a connection comes in.
     *
     * @param userIdentifier the user, may be null
     * @param tenant the tenant, null if the hub has none
     * @param groups what it is a member of from the beginning
     * @param refusal what the client reads instead of being let in, else null
     */
    record Entry(String userIdentifier, String tenant, Set<String> groups, String refusal) {

        public Entry {
            groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
        }

        /**
         * A connection without tenant and groups.
         *
         * @param userIdentifier the user, may be null
         * @return the entry
         */
        public static Entry ofUser(String userIdentifier) {
            return new Entry(userIdentifier, null, Set.of(), null);
        }

        /**
         * A connection that may not come in.
         *
         * @param why what the client reads
         * @return the refusal
         */
        public static Entry refused(String why) {
            return new Entry(null, null, Set.of(), why);
        }
    }

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
