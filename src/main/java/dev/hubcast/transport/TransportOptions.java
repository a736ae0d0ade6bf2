package dev.hubcast.transport;

import dev.hubcast.TransportType;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a hub's clients may connect. Defaults are those of SignalR's {@code HttpConnectionDispatcherOptions}, save for the end of sessions.
 *
 * @param transports the transports that are offered
 * @param pollTimeout how long a poll waits for something to say; then it is answered with nothing
 * @param statefulReconnect whether clients that ask for it may come back after the loss of their WebSocket
 * @param minimumProtocolVersion the oldest version of the negotiation that a client may ask for
 * @param closeOnSessionEnd whether a connection that somebody opened within an HTTP session, and logged in, ends with that session
 */
public record TransportOptions(
        Set<TransportType> transports, Duration pollTimeout, boolean statefulReconnect, int minimumProtocolVersion,
        boolean closeOnSessionEnd) {

    /** What holds where nothing is configured. */
    public static final TransportOptions DEFAULTS =
            new TransportOptions(EnumSet.allOf(TransportType.class), Duration.ofSeconds(90), false, 0, true);

    public TransportOptions {
        transports = Set.copyOf(transports);
    }
}
