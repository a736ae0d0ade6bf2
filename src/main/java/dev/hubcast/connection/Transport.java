package dev.hubcast.connection;

import dev.hubcast.TransportType;
import dev.hubcast.protocol.Payload;
import jakarta.websocket.CloseReason.CloseCode;
import java.util.List;

/**
 * What carries a connection's bytes. A connection has at most one send in flight, and calls {@link #close} and {@link #abort} from
 * threads that may wait a moment.
 */
public interface Transport {

    /**
     * Which transport this is.
     *
     * @return the type
     */
    TransportType type();

    /**
     * Whether a send may begin now. A transport that answered false calls {@link Feed#writable()} when that changes.
     *
     * @return whether what waits should be handed over
     */
    default boolean isReady() {
        return true;
    }

    /**
     * Whether the transport itself sees to it that the client is there, so that neither pings nor the client timeout are needed.
     *
     * @return whether it does
     */
    default boolean hasInherentKeepAlive() {
        return false;
    }

    /**
     * Looks at the transport's own times, once a second; never waits.
     *
     * @param now the time by {@link System#nanoTime()}
     */
    default void tick(long now) {}

    /**
     * Sends records together, as one message; never waits for the peer.
     *
     * @param records at least one record, all text or all binary
     * @param sent told when the next message may be sent, by any thread, also before this method returns
     */
    void send(List<Payload> records, Sent sent);

    /**
     * Ends the connection in order, after the last send is done. Reported by {@link Feed#transportClosed} like any end.
     *
     * @param code what the client reads, where the transport has such a thing
     */
    void close(CloseCode code);

    /** Ends the connection at once, as hard as the server can. */
    void abort();

    /** Told the outcome of a send, exactly once. */
    @FunctionalInterface
    interface Sent {

        /**
         * The send is done.
         *
         * @param failure why it failed, null if it did not
         */
        void done(Throwable failure);
    }
}
