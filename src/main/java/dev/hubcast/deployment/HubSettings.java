package dev.hubcast.deployment;

import static dev.hubcast.deployment.Options.ALL;
import static dev.hubcast.deployment.Options.ALLOWED_ORIGINS;
import static dev.hubcast.deployment.Options.ALLOW_STATEFUL_RECONNECTS;
import static dev.hubcast.deployment.Options.CLIENT_TIMEOUT;
import static dev.hubcast.deployment.Options.CLOSE_ON_SESSION_END;
import static dev.hubcast.deployment.Options.CLOSE_TIMEOUT;
import static dev.hubcast.deployment.Options.DETAILED_ERRORS;
import static dev.hubcast.deployment.Options.DISCONNECT_TIMEOUT;
import static dev.hubcast.deployment.Options.ENTITY_CHANGES_LIMIT;
import static dev.hubcast.deployment.Options.ENTITY_OPERATIONS;
import static dev.hubcast.deployment.Options.HANDSHAKE_TIMEOUT;
import static dev.hubcast.deployment.Options.INBOX_LIMIT;
import static dev.hubcast.deployment.Options.KEEP_ALIVE_INTERVAL;
import static dev.hubcast.deployment.Options.MAXIMUM_PARALLEL_INVOCATIONS_PER_CLIENT;
import static dev.hubcast.deployment.Options.MAXIMUM_RECEIVE_MESSAGE_SIZE;
import static dev.hubcast.deployment.Options.MAXIMUM_STREAMS;
import static dev.hubcast.deployment.Options.MINIMUM_PROTOCOL_VERSION;
import static dev.hubcast.deployment.Options.OUTBOX_LIMIT;
import static dev.hubcast.deployment.Options.POLL_TIMEOUT;
import static dev.hubcast.deployment.Options.PROTOCOLS;
import static dev.hubcast.deployment.Options.QUEUE_ALLOWED_ORIGINS;
import static dev.hubcast.deployment.Options.QUEUE_CLOSE_TIMEOUT;
import static dev.hubcast.deployment.Options.QUEUE_KEEP_ALIVE_INTERVAL;
import static dev.hubcast.deployment.Options.QUEUE_MESSAGE_LIMIT;
import static dev.hubcast.deployment.Options.QUEUE_PATH;
import static dev.hubcast.deployment.Options.QUEUE_RETENTION;
import static dev.hubcast.deployment.Options.QUEUE_SEND_TIMEOUT;
import static dev.hubcast.deployment.Options.QUEUE_SIZE_LIMIT;
import static dev.hubcast.deployment.Options.QUEUE_UNREAD_LIMIT;
import static dev.hubcast.deployment.Options.SEND_TIMEOUT;
import static dev.hubcast.deployment.Options.STATEFUL_RECONNECT_BUFFER_SIZE;
import static dev.hubcast.deployment.Options.STREAM_BUFFER_CAPACITY;
import static dev.hubcast.deployment.Options.STREAM_THREADS;
import static dev.hubcast.deployment.Options.TRANSPORTS;
import static dev.hubcast.deployment.Options.WEBSOCKET;
import static dev.hubcast.deployment.Options.WORKERS;

import dev.hubcast.connection.HubOptions;
import dev.hubcast.deployment.Option.Reach;
import dev.hubcast.entity.bridge.OperationNames;
import dev.hubcast.queue.QueueOptions;
import dev.hubcast.transport.TransportOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hubcast's configuration, from MicroProfile Config: {@code hubcast.<key>} for all hubs, {@code hubcast.hub.<name>.<key>} for one.
 * A value that cannot be read fails the deployment; a key that nobody knows is a warning.
 */
final class HubSettings {

    private static final Logger LOG = System.getLogger(HubSettings.class.getName());
    private static final String PREFIX = "hubcast.";
    /** Payara makes a system property of an application's cookieSameSite, by its context root. */
    private static final String OF_PAYARA = "hubcast.sameSite";

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
        return of(WORKERS);
    }

    /** How many threads run calls that stream. */
    int streamThreads() {
        return of(STREAM_THREADS);
    }

    /** Whose WebSocket carries the hubs. */
    WebSocketKind webSocket() {
        return of(WEBSOCKET);
    }

    HubOptions optionsOf(String hub) {
        int message = of(hub, MAXIMUM_RECEIVE_MESSAGE_SIZE);
        return new HubOptions(
                of(hub, HANDSHAKE_TIMEOUT),
                of(hub, KEEP_ALIVE_INTERVAL),
                of(hub, CLIENT_TIMEOUT),
                of(hub, SEND_TIMEOUT),
                of(hub, CLOSE_TIMEOUT),
                of(hub, DISCONNECT_TIMEOUT),
                message,
                written(hub, INBOX_LIMIT).orElse(HubOptions.inboxLimitFor(message)),
                of(hub, OUTBOX_LIMIT),
                of(hub, STATEFUL_RECONNECT_BUFFER_SIZE),
                of(hub, MAXIMUM_PARALLEL_INVOCATIONS_PER_CLIENT),
                of(hub, STREAM_BUFFER_CAPACITY),
                of(hub, MAXIMUM_STREAMS),
                of(hub, DETAILED_ERRORS));
    }

    TransportOptions transportsOf(String hub) {
        return new TransportOptions(
                of(hub, TRANSPORTS), of(hub, POLL_TIMEOUT), of(hub, ALLOW_STATEFUL_RECONNECTS), of(hub, MINIMUM_PROTOCOL_VERSION),
                of(hub, CLOSE_ON_SESSION_END));
    }

    /** The names of the protocols that a hub speaks, which are among those that there are. */
    Set<String> protocolsOf(String hub, Set<String> known) {
        return written(hub, PROTOCOLS, text -> {
            Set<String> wanted = Values.names(text);
            wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
                throw new IllegalArgumentException("there is no protocol " + name + "; write some of " + String.join(",", known));
            });
            return wanted;
        }).orElse(known);
    }

    Set<String> allowedOriginsOf(String hub) {
        return of(hub, ALLOWED_ORIGINS);
    }

    QueueOptions queues() {
        return new QueueOptions(
                of(QUEUE_MESSAGE_LIMIT),
                of(QUEUE_SIZE_LIMIT),
                of(QUEUE_UNREAD_LIMIT),
                of(QUEUE_RETENTION),
                of(QUEUE_KEEP_ALIVE_INTERVAL, KEEP_ALIVE_INTERVAL),
                of(QUEUE_SEND_TIMEOUT, SEND_TIMEOUT),
                of(QUEUE_CLOSE_TIMEOUT, CLOSE_TIMEOUT));
    }

    /** Where queues are read, within the application; empty if nowhere. */
    Optional<String> queuePath() {
        return Optional.of(of(QUEUE_PATH)).filter(path -> !path.equals(Values.NO_PATH));
    }

    Set<String> allowedOriginsOfQueues() {
        return of(QUEUE_ALLOWED_ORIGINS, ALLOWED_ORIGINS);
    }

    /** Reads all that is written, also where another value goes before it: what cannot be fails the deployment. */
    void check(Collection<String> hubs) {
        for (Option<?> option : Options.ALL) {
            read(option.name(), option.parse());
            if (option.reach() == Reach.HUB) {
                hubs.forEach(hub -> read(option.nameFor(hub), option.parse()));
            }
        }
    }

    /** How the hub's clients are told what was done to an entity. */
    OperationNames entityOperationsOf(String hub) {
        return of(hub, ENTITY_OPERATIONS);
    }

    /** Of how many entities that one transaction changes clients hear. */
    int entityChangesLimit() {
        return of(ENTITY_CHANGES_LIMIT);
    }

    /** Spelling mistakes would otherwise leave a default in force that nobody expects. */
    void warnOfUnknownKeys(Collection<String> hubs) {
        Set<String> known = Options.ALL.stream()
                .flatMap(option -> Stream.concat(Stream.of(option.name()),
                        option.reach() == Reach.HUB ? hubs.stream().map(option::nameFor) : Stream.empty()))
                .collect(Collectors.toUnmodifiableSet());
        for (String name : source.keys()) {
            if (name.startsWith(PREFIX) && !known.contains(name) && !name.equals(OF_PAYARA)) {
                LOG.log(Level.WARNING, "Nobody reads the configuration key {0}. Known keys: {1}; for one hub: hubcast.hub.<name>.<key>",
                        name, known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }

    private <T> T of(Option<T> option) {
        return read(option.name(), option.parse()).orElse(option.otherwise());
    }

    private <T> T of(Option<T> option, Option<T> otherwise) {
        return read(option.name(), option.parse()).orElseGet(() -> of(otherwise));
    }

    private <T> T of(String hub, Option<T> option) {
        return written(hub, option).orElse(option.otherwise());
    }

    private <T> Optional<T> written(String hub, Option<T> option) {
        return written(hub, option, option.parse());
    }

    private <T> Optional<T> written(String hub, Option<T> option, Function<String, T> parse) {
        return read(option.nameFor(hub), parse).or(() -> read(option.name(), parse));
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
}
