package dev.hubcast.deployment;

import dev.hubcast.TransportType;
import dev.hubcast.connection.HubOptions;
import dev.hubcast.queue.QueueOptions;
import dev.hubcast.transport.TransportOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hubcast's configuration, from MicroProfile Config: {@code hubcast.<key>} for all hubs, {@code hubcast.hub.<name>.<key>} for one.
 * A value that cannot be read fails the deployment; a key that nobody knows is a warning.
 */
final class HubSettings {

    static final String HANDSHAKE_TIMEOUT = "handshake-timeout";
    static final String KEEP_ALIVE_INTERVAL = "keep-alive-interval";
    static final String CLIENT_TIMEOUT = "client-timeout";
    static final String SEND_TIMEOUT = "send-timeout";
    static final String CLOSE_TIMEOUT = "close-timeout";
    static final String DISCONNECT_TIMEOUT = "disconnect-timeout";
    static final String MAXIMUM_RECEIVE_MESSAGE_SIZE = "maximum-receive-message-size";
    static final String OUTBOX_LIMIT = "outbox-limit";
    static final String STATEFUL_RECONNECT_BUFFER_SIZE = "stateful-reconnect-buffer-size";
    static final String MAXIMUM_PARALLEL_INVOCATIONS_PER_CLIENT = "maximum-parallel-invocations-per-client";
    static final String STREAM_BUFFER_CAPACITY = "stream-buffer-capacity";
    static final String MAXIMUM_STREAMS = "maximum-streams";
    static final String DETAILED_ERRORS = "detailed-errors";
    static final String TRANSPORTS = "transports";
    static final String POLL_TIMEOUT = "poll-timeout";
    static final String ALLOW_STATEFUL_RECONNECTS = "allow-stateful-reconnects";
    static final String ALLOWED_ORIGINS = "allowed-origins";
    static final String WORKERS = "workers";
    static final String STREAM_THREADS = "stream-threads";
    static final String WEBSOCKET = "websocket";
    static final String QUEUES = "queues.";
    static final String PATH = "path";
    static final String MESSAGE_LIMIT = "message-limit";
    static final String SIZE_LIMIT = "size-limit";
    static final String UNREAD_LIMIT = "unread-limit";
    static final String RETENTION = "retention";

    private static final Logger LOG = System.getLogger(HubSettings.class.getName());
    private static final String PREFIX = "hubcast.";
    /** Payara makes a system property of an application's cookieSameSite, by its context root. */
    private static final String OF_PAYARA = "hubcast.sameSite";
    private static final Set<String> OF_A_HUB = Set.of(HANDSHAKE_TIMEOUT, KEEP_ALIVE_INTERVAL, CLIENT_TIMEOUT, SEND_TIMEOUT,
            CLOSE_TIMEOUT, DISCONNECT_TIMEOUT, MAXIMUM_RECEIVE_MESSAGE_SIZE, OUTBOX_LIMIT, STATEFUL_RECONNECT_BUFFER_SIZE,
            MAXIMUM_PARALLEL_INVOCATIONS_PER_CLIENT, STREAM_BUFFER_CAPACITY, MAXIMUM_STREAMS, DETAILED_ERRORS, TRANSPORTS, POLL_TIMEOUT, ALLOW_STATEFUL_RECONNECTS, ALLOWED_ORIGINS);
    private static final Set<String> OF_QUEUES = Set.of(PATH, MESSAGE_LIMIT, SIZE_LIMIT, UNREAD_LIMIT, RETENTION, KEEP_ALIVE_INTERVAL,
            SEND_TIMEOUT, CLOSE_TIMEOUT, ALLOWED_ORIGINS);
    private static final String DEFAULT_QUEUE_PATH = "/queues";
    private static final String NO_PATH = "none";
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final int DEFAULT_WORKERS = 64;
    private static final int DEFAULT_STREAM_THREADS = 64;

    private final SettingSource source;

    HubSettings(SettingSource source) {
        this.source = source;
    }

    /** The settings of the application on whose behalf the thread runs. */
    static HubSettings ofApplication() {
        return new HubSettings(SettingSource.ofApplication());
    }

    /** How many threads run calls. */
    int workers() {
        return read(PREFIX + WORKERS, HubSettings::positive).orElse(DEFAULT_WORKERS);
    }

    /** How many threads run calls that stream. */
    int streamThreads() {
        return read(PREFIX + STREAM_THREADS, HubSettings::positive).orElse(DEFAULT_STREAM_THREADS);
    }

    /** Whose WebSocket carries the hubs. */
    WebSocketKind webSocket() {
        return read(PREFIX + WEBSOCKET, HubSettings::kind).orElse(WebSocketKind.UPGRADE);
    }

    HubOptions optionsOf(String hub) {
        HubOptions otherwise = HubOptions.DEFAULTS;
        return new HubOptions(
                of(hub, HANDSHAKE_TIMEOUT, HubSettings::duration).orElse(otherwise.handshakeTimeout()),
                of(hub, KEEP_ALIVE_INTERVAL, HubSettings::duration).orElse(otherwise.keepAliveInterval()),
                of(hub, CLIENT_TIMEOUT, HubSettings::duration).orElse(otherwise.clientTimeout()),
                of(hub, SEND_TIMEOUT, HubSettings::duration).orElse(otherwise.sendTimeout()),
                of(hub, CLOSE_TIMEOUT, HubSettings::duration).orElse(otherwise.closeTimeout()),
                of(hub, DISCONNECT_TIMEOUT, HubSettings::duration).orElse(otherwise.disconnectTimeout()),
                of(hub, MAXIMUM_RECEIVE_MESSAGE_SIZE, HubSettings::positive).orElse(otherwise.maximumReceiveMessageSize()),
                of(hub, OUTBOX_LIMIT, HubSettings::positive).orElse(otherwise.outboxLimit()),
                of(hub, STATEFUL_RECONNECT_BUFFER_SIZE, HubSettings::positive).orElse(otherwise.statefulReconnectBufferSize()),
                of(hub, MAXIMUM_PARALLEL_INVOCATIONS_PER_CLIENT, HubSettings::positive)
                        .orElse(otherwise.maximumParallelInvocationsPerClient()),
                of(hub, STREAM_BUFFER_CAPACITY, HubSettings::positive).orElse(otherwise.streamBufferCapacity()),
                of(hub, MAXIMUM_STREAMS, HubSettings::positive).orElse(otherwise.maximumStreams()),
                of(hub, DETAILED_ERRORS, HubSettings::flag).orElse(otherwise.detailedErrors()));
    }

    TransportOptions transportsOf(String hub) {
        TransportOptions otherwise = TransportOptions.DEFAULTS;
        return new TransportOptions(
                of(hub, TRANSPORTS, HubSettings::transports).orElse(otherwise.transports()),
                of(hub, POLL_TIMEOUT, HubSettings::duration).orElse(otherwise.pollTimeout()),
                of(hub, ALLOW_STATEFUL_RECONNECTS, HubSettings::flag).orElse(otherwise.statefulReconnect()));
    }

    Set<String> allowedOriginsOf(String hub) {
        return of(hub, ALLOWED_ORIGINS, HubSettings::origins).orElse(Set.of());
    }

    QueueOptions queues() {
        QueueOptions otherwise = QueueOptions.DEFAULTS;
        return new QueueOptions(
                ofQueues(MESSAGE_LIMIT, HubSettings::positive).orElse(otherwise.messageLimit()),
                ofQueues(SIZE_LIMIT, HubSettings::positive).orElse(otherwise.sizeLimit()),
                ofQueues(UNREAD_LIMIT, HubSettings::positive).orElse(otherwise.unreadLimit()),
                ofQueues(RETENTION, HubSettings::duration).orElse(otherwise.retention()),
                ofQueuesOrAll(KEEP_ALIVE_INTERVAL, HubSettings::duration).orElse(otherwise.keepAliveInterval()),
                ofQueuesOrAll(SEND_TIMEOUT, HubSettings::duration).orElse(otherwise.sendTimeout()),
                ofQueuesOrAll(CLOSE_TIMEOUT, HubSettings::duration).orElse(otherwise.closeTimeout()));
    }

    /** Where queues are read, within the application; empty if nowhere. */
    Optional<String> queuePath() {
        String path = ofQueues(PATH, HubSettings::path).orElse(DEFAULT_QUEUE_PATH);
        return path.equals(NO_PATH) ? Optional.empty() : Optional.of(path);
    }

    Set<String> allowedOriginsOfQueues() {
        return ofQueuesOrAll(ALLOWED_ORIGINS, HubSettings::origins).orElse(Set.of());
    }

    private <T> Optional<T> ofQueues(String key, Function<String, T> parse) {
        return read(PREFIX + QUEUES + key, parse);
    }

    private <T> Optional<T> ofQueuesOrAll(String key, Function<String, T> parse) {
        return ofQueues(key, parse).or(() -> read(PREFIX + key, parse));
    }

    /** Spelling mistakes would otherwise leave a default in force that nobody expects. */
    void warnOfUnknownKeys(Collection<String> hubs) {
        Set<String> known = Stream.of(
                        Stream.concat(OF_A_HUB.stream(), Stream.of(WORKERS, STREAM_THREADS, WEBSOCKET)).map(key -> PREFIX + key),
                        OF_QUEUES.stream().map(key -> PREFIX + QUEUES + key),
                        hubs.stream().flatMap(hub -> OF_A_HUB.stream().map(key -> keyOf(hub, key))))
                .flatMap(Function.identity())
                .collect(Collectors.toUnmodifiableSet());
        for (String name : source.keys()) {
            if (name.startsWith(PREFIX) && !known.contains(name) && !name.equals(OF_PAYARA)) {
                LOG.log(Level.WARNING, "Nobody reads the configuration key {0}. Known keys: {1}; for one hub: hubcast.hub.<name>.<key>",
                        name, known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }

    private static String keyOf(String hub, String key) {
        return PREFIX + "hub." + hub + "." + key;
    }

    private <T> Optional<T> of(String hub, String key, Function<String, T> parse) {
        return read(keyOf(hub, key), parse).or(() -> read(PREFIX + key, parse));
    }

    private <T> Optional<T> read(String key, Function<String, T> parse) {
        return source.value(key).map(String::strip).map(text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new IllegalArgumentException("The configuration key " + key + " cannot be '" + text + "': " + e.getMessage(), e);
            }
        });
    }

    private static Duration duration(String text) {
        Matcher simple = DURATION.matcher(text);
        Duration duration;
        if (simple.matches()) {
            long amount = Long.parseLong(simple.group(1));
            duration = switch (simple.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        } else if (text.startsWith("PT")) {
            duration = Duration.parse(text);
        } else {
            throw new IllegalArgumentException("write a time such as 500ms, 15s, 2m or PT15S");
        }
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("write a time greater than nothing");
        }
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("write a time of no more than a year");
        }
        return duration;
    }

    private static int positive(String text) {
        if (!text.matches("[1-9]\\d{0,9}") || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("write a number from 1 to " + Integer.MAX_VALUE);
        }
        return Integer.parseInt(text);
    }

    private static String path(String text) {
        if (!text.equals(NO_PATH) && !text.matches("(/[\\w.~-]+)+")) {
            throw new IllegalArgumentException("write a path within the application such as /queues, or none");
        }
        return text;
    }

    private static WebSocketKind kind(String text) {
        return switch (text) {
            case "upgrade" -> WebSocketKind.UPGRADE;
            case "container" -> WebSocketKind.CONTAINER;
            default -> throw new IllegalArgumentException("write upgrade or container");
        };
    }

    private static Set<TransportType> transports(String text) {
        Set<TransportType> transports = EnumSet.noneOf(TransportType.class);
        for (String name : text.split(",")) {
            transports.add(switch (name.strip()) {
                case "websockets" -> TransportType.WEB_SOCKETS;
                case "server-sent-events" -> TransportType.SERVER_SENT_EVENTS;
                case "long-polling" -> TransportType.LONG_POLLING;
                default -> throw new IllegalArgumentException("write some of websockets,server-sent-events,long-polling");
            });
        }
        return transports;
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("write true or false");
        }
        return Boolean.parseBoolean(text);
    }

    private static Set<String> origins(String text) {
        Set<String> origins = Arrays.stream(text.split(",")).map(String::strip).filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        origins.stream().filter(origin -> !origin.matches("[a-z][a-z0-9+.-]*://[^/\\s]+")).findFirst().ifPresent(origin -> {
            throw new IllegalArgumentException("an origin is a scheme, a host and perhaps a port, such as https://www.example.com; not '"
                    + origin + "'");
        });
        return origins;
    }
}
