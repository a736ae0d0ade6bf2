package dev.hubcast.deployment;

import dev.hubcast.TransportType;
import dev.hubcast.connection.HubOptions;
import dev.hubcast.entity.bridge.OperationNames;
import dev.hubcast.queue.QueueOptions;
import dev.hubcast.transport.TransportOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Everything that can be configured. What each option says is told by the record that holds its value, and by {@code docs/options.md}. */
final class Options {

    static final Option<Set<String>> ALLOWED_ORIGINS = Option.ofHub("allowed-origins", Set.of(), Values::origins);
    static final Option<Set<TransportType>> TRANSPORTS =
            Option.ofHub("transports", TransportOptions.DEFAULTS.transports(), Values::transports);
    /** All that there are, where nobody says anything. */
    static final Option<Set<String>> PROTOCOLS = Option.ofHub("protocols", null, Values::names);
    static final Option<Integer> MINIMUM_PROTOCOL_VERSION =
            Option.ofHub("minimum-protocol-version", TransportOptions.DEFAULTS.minimumProtocolVersion(), Values::negotiateVersion);
    static final Option<Boolean> CLOSE_ON_SESSION_END =
            Option.ofHub("close-on-session-end", TransportOptions.DEFAULTS.closeOnSessionEnd(), Values::flag);
    static final Option<Duration> HANDSHAKE_TIMEOUT =
            Option.ofHub("handshake-timeout", HubOptions.DEFAULTS.handshakeTimeout(), Values::duration);
    static final Option<Duration> KEEP_ALIVE_INTERVAL =
            Option.ofHub("keep-alive-interval", HubOptions.DEFAULTS.keepAliveInterval(), Values::duration);
    static final Option<Duration> CLIENT_TIMEOUT = Option.ofHub("client-timeout", HubOptions.DEFAULTS.clientTimeout(), Values::duration);
    static final Option<Duration> SEND_TIMEOUT = Option.ofHub("send-timeout", HubOptions.DEFAULTS.sendTimeout(), Values::duration);
    static final Option<Duration> CLOSE_TIMEOUT = Option.ofHub("close-timeout", HubOptions.DEFAULTS.closeTimeout(), Values::duration);
    static final Option<Duration> DISCONNECT_TIMEOUT =
            Option.ofHub("disconnect-timeout", HubOptions.DEFAULTS.disconnectTimeout(), Values::duration);
    static final Option<Duration> POLL_TIMEOUT = Option.ofHub("poll-timeout", TransportOptions.DEFAULTS.pollTimeout(), Values::duration);
    static final Option<Boolean> ALLOW_STATEFUL_RECONNECTS =
            Option.ofHub("allow-stateful-reconnects", TransportOptions.DEFAULTS.statefulReconnect(), Values::flag);
    static final Option<Integer> STATEFUL_RECONNECT_BUFFER_SIZE =
            Option.ofHub("stateful-reconnect-buffer-size", HubOptions.DEFAULTS.statefulReconnectBufferSize(), Values::positive);
    static final Option<Integer> MAXIMUM_RECEIVE_MESSAGE_SIZE =
            Option.ofHub("maximum-receive-message-size", HubOptions.DEFAULTS.maximumReceiveMessageSize(), Values::positive);
    /** Twice the greatest message, where nobody says anything. */
    static final Option<Integer> INBOX_LIMIT = Option.ofHub("inbox-limit", null, Values::positive);
    static final Option<Integer> OUTBOX_LIMIT = Option.ofHub("outbox-limit", HubOptions.DEFAULTS.outboxLimit(), Values::positive);
    static final Option<Integer> MAXIMUM_PARALLEL_INVOCATIONS_PER_CLIENT = Option.ofHub("maximum-parallel-invocations-per-client",
            HubOptions.DEFAULTS.maximumParallelInvocationsPerClient(), Values::positive);
    static final Option<Integer> STREAM_BUFFER_CAPACITY =
            Option.ofHub("stream-buffer-capacity", HubOptions.DEFAULTS.streamBufferCapacity(), Values::positive);
    static final Option<Integer> MAXIMUM_STREAMS = Option.ofHub("maximum-streams", HubOptions.DEFAULTS.maximumStreams(), Values::positive);
    static final Option<Boolean> DETAILED_ERRORS = Option.ofHub("detailed-errors", HubOptions.DEFAULTS.detailedErrors(), Values::flag);
    static final Option<OperationNames> ENTITY_OPERATIONS =
            Option.ofHub("entity-operations", OperationNames.DEFAULTS, OperationNames::of);

    static final Option<Integer> ENTITY_CHANGES_LIMIT = Option.ofApplication("entity-changes-limit", 20_000, Values::positive);
    static final Option<Integer> WORKERS = Option.ofApplication("workers", 64, Values::positive);
    static final Option<Integer> STREAM_THREADS = Option.ofApplication("stream-threads", 64, Values::positive);
    static final Option<WebSocketKind> WEBSOCKET = Option.ofApplication("websocket", WebSocketKind.UPGRADE, Values::webSocket);

    static final Option<String> QUEUE_PATH = Option.ofQueues("path", "/queues", Values::path);
    static final Option<Integer> QUEUE_MESSAGE_LIMIT =
            Option.ofQueues("message-limit", QueueOptions.DEFAULTS.messageLimit(), Values::positive);
    static final Option<Integer> QUEUE_SIZE_LIMIT = Option.ofQueues("size-limit", QueueOptions.DEFAULTS.sizeLimit(), Values::positive);
    static final Option<Integer> QUEUE_UNREAD_LIMIT =
            Option.ofQueues("unread-limit", QueueOptions.DEFAULTS.unreadLimit(), Values::positive);
    static final Option<Duration> QUEUE_RETENTION = Option.ofQueues("retention", QueueOptions.DEFAULTS.retention(), Values::duration);
    /** These four are as of hubs, where nobody says anything. */
    static final Option<Duration> QUEUE_KEEP_ALIVE_INTERVAL = Option.ofQueues("keep-alive-interval", null, Values::duration);
    static final Option<Duration> QUEUE_SEND_TIMEOUT = Option.ofQueues("send-timeout", null, Values::duration);
    static final Option<Duration> QUEUE_CLOSE_TIMEOUT = Option.ofQueues("close-timeout", null, Values::duration);
    static final Option<Set<String>> QUEUE_ALLOWED_ORIGINS = Option.ofQueues("allowed-origins", null, Values::origins);

    static final List<Option<?>> ALL = List.of(ALLOWED_ORIGINS, TRANSPORTS, PROTOCOLS, MINIMUM_PROTOCOL_VERSION, CLOSE_ON_SESSION_END,
            HANDSHAKE_TIMEOUT, KEEP_ALIVE_INTERVAL, CLIENT_TIMEOUT, SEND_TIMEOUT, CLOSE_TIMEOUT, DISCONNECT_TIMEOUT, POLL_TIMEOUT,
            ALLOW_STATEFUL_RECONNECTS, STATEFUL_RECONNECT_BUFFER_SIZE, MAXIMUM_RECEIVE_MESSAGE_SIZE, INBOX_LIMIT, OUTBOX_LIMIT,
            MAXIMUM_PARALLEL_INVOCATIONS_PER_CLIENT, STREAM_BUFFER_CAPACITY, MAXIMUM_STREAMS, DETAILED_ERRORS, ENTITY_OPERATIONS,
            ENTITY_CHANGES_LIMIT, WORKERS, STREAM_THREADS, WEBSOCKET, QUEUE_PATH, QUEUE_MESSAGE_LIMIT, QUEUE_SIZE_LIMIT,
            QUEUE_UNREAD_LIMIT, QUEUE_RETENTION, QUEUE_KEEP_ALIVE_INTERVAL, QUEUE_SEND_TIMEOUT, QUEUE_CLOSE_TIMEOUT,
            QUEUE_ALLOWED_ORIGINS);

    private Options() {}
}
