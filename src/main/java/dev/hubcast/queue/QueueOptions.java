package dev.hubcast.queue;

import java.time.Duration;

/**
 * Limits and times of event queues.
 *
 * @param messageLimit how many messages a queue keeps; past it the oldest go
 * @param sizeLimit how many bytes of messages a queue keeps; past it the oldest go
 * @param unreadLimit how many queues may be without a listener; past it the one goes that has been so longest
 * @param retention how long a queue without a listener is kept, and a message that was sent
 * @param keepAliveInterval how long the server is silent before it sends a comment
 * @param sendTimeout how long one write to a listener may take; then its stream is ended
 * @param closeTimeout how long a stream that ends may take to write what is left; then it is aborted
 */
public record QueueOptions(
        int messageLimit,
        int sizeLimit,
        int unreadLimit,
        Duration retention,
        Duration keepAliveInterval,
        Duration sendTimeout,
        Duration closeTimeout) {

    /** What holds where nothing is configured. */
    public static final QueueOptions DEFAULTS = new QueueOptions(
            10_000, 1024 * 1024, 1_000, Duration.ofMinutes(5), Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(5));
}
