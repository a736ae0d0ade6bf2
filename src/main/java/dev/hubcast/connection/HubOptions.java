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
 * @param disconnectTimeout how long a client may be away, between two polls or two WebSockets; then its connection is closed
 * @param maximumReceiveMessageSize the greatest size of one record from a client, in bytes; a greater one closes the connection
 * @param inboxLimit how many bytes of what a client said may wait for their turn; then nothing more is read from it
 * @param outboxLimit how many bytes may wait to be written to one client; one more record, and its connection is closed
 * @param statefulReconnectBufferSize how many bytes may be sent to a client that may come back without being acknowledged; then what
 *     follows waits
 * @param maximumParallelInvocationsPerClient how many calls of one client may run at a time, those that stream aside; one more waits
 * @param streamBufferCapacity how many items of a stream that a client uploads may wait for their method; then nothing more is read from
 *     that client
 * @param maximumStreams how many calls of one client may stream at a time, in either direction, and how many may wait for answers of
 *     clients; one more is refused
 * @param detailedErrors whether clients read the messages of ordinary exceptions
 */
public record HubOptions(
        Duration handshakeTimeout,
        Duration keepAliveInterval,
        Duration clientTimeout,
        Duration sendTimeout,
        Duration closeTimeout,
        Duration disconnectTimeout,
        int maximumReceiveMessageSize,
        int inboxLimit,
        int outboxLimit,
        int statefulReconnectBufferSize,
        int maximumParallelInvocationsPerClient,
        int streamBufferCapacity,
        int maximumStreams,
        boolean detailedErrors) {

    /** What holds where nothing is configured. */
    public static final HubOptions DEFAULTS = new HubOptions(
            Duration.ofSeconds(15), Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(5),
            Duration.ofSeconds(15), 32 * 1024, 64 * 1024, 1024 * 1024, 100_000, 1, 10, 100, false);

    /**
     * How much may wait where nobody says anything.
     *
     * @param maximumReceiveMessageSize the greatest record
     * @return twice as much
     */
    public static int inboxLimitFor(int maximumReceiveMessageSize) {
        return (int) Math.min(2L * maximumReceiveMessageSize, Integer.MAX_VALUE);
    }

    /**
     * The same with messages of ordinary exceptions for clients.
     *
     * @return other options
     */
    public HubOptions withDetailedErrors() {
        return new HubOptions(handshakeTimeout, keepAliveInterval, clientTimeout, sendTimeout, closeTimeout, disconnectTimeout,
                maximumReceiveMessageSize, inboxLimit, outboxLimit, statefulReconnectBufferSize, maximumParallelInvocationsPerClient,
                streamBufferCapacity, maximumStreams, true);
    }

    /**
     * The same with another number of calls of one client at a time.
     *
     * @param most the number, at least one
     * @return other options
     */
    public HubOptions withParallelInvocations(int most) {
        return new HubOptions(handshakeTimeout, keepAliveInterval, clientTimeout, sendTimeout, closeTimeout, disconnectTimeout,
                maximumReceiveMessageSize, inboxLimit, outboxLimit, statefulReconnectBufferSize, most, streamBufferCapacity, maximumStreams,
                detailedErrors);
    }
}
