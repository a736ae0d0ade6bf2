package dev.hubcast.connection;

import java.time.Duration;

/**
 * A hub's limits and times. Defaults are those of SignalR's {@code HubOptions} where it has the same option.
 *
 * @param handshakeTimeout how long a client may take for its handshake; then its connection is closed
 * @param keepAliveInterval how long the server is silent before it sends a ping
 * @param clientTimeout how long a client that has ever pinged may be silent; then its connection is closed
 * @param sendTimeout how long one write to a client may take; then its connection is closed
 * @param closeTimeout how long a closing connection may take to write what is left and end; then it is aborted
 * @param maximumReceiveMessageSize the greatest size of one record from a client, in bytes; a greater one closes the connection
 * @param outboxLimit how many bytes may wait to be written to one client; one more record, and its connection is closed
 * @param detailedErrors whether clients read the messages of ordinary exceptions
 */
public record HubOptions(
        Duration handshakeTimeout,
        Duration keepAliveInterval,
        Duration clientTimeout,
        Duration sendTimeout,
        Duration closeTimeout,
        int maximumReceiveMessageSize,
        int outboxLimit,
        boolean detailedErrors) {

    /** What holds where nothing is configured. */
    public static final HubOptions DEFAULTS = new HubOptions(
            Duration.ofSeconds(15), Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(5),
            32 * 1024, 1024 * 1024, false);
}
