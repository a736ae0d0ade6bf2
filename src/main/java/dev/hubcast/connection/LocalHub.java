package dev.hubcast.connection;

import dev.hubcast.ClientGoneException;
import dev.hubcast.connection.Audience.All;
import dev.hubcast.connection.Audience.Connections;
import dev.hubcast.connection.Audience.Groups;
import dev.hubcast.connection.Audience.Users;
import dev.hubcast.protocol.Arguments;
import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.Payload;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A hub's connections on this node. Safe for use by any number of threads. */
public final class LocalHub {

    private final String name;
    private final HubOptions options;
    private final HubHandler handler;
    private final HubThreads threads;
    private final Map<String, HubProtocol> protocols;
    private final Map<HubProtocol, Payload> pings;
    /** The protocols of the clients that there have been. */
    private final Set<HubProtocol> spoken = ConcurrentHashMap.newKeySet();
    private final Map<String, HubConnection> byId = new ConcurrentHashMap<>();
    private final ConnectionSets groups = new ConnectionSets();
    private final ConnectionSets users = new ConnectionSets();
    private final ClientResults results = new ClientResults();
    /** With those whose handshake is not done and those whose transport has not ended. */
    private final Set<HubConnection> alive = ConcurrentHashMap.newKeySet();

    private volatile ConnectionWatch watch = ConnectionWatch.NOBODY;
    private volatile boolean closed;

    /**
     * A hub without connections.
     *
     * @param name the hub's name
     * @param options its limits and times
     * @param handler its code
     * @param threads the threads that run it
     * @param protocols the formats that its clients may ask for
     */
    public LocalHub(String name, HubOptions options, HubHandler handler, HubThreads threads, Collection<HubProtocol> protocols) {
        this.name = name;
        this.options = options;
        this.handler = handler;
        this.threads = threads;
        this.protocols = protocols.stream().collect(Collectors.toUnmodifiableMap(HubProtocol::name, Function.identity()));
        this.pings = protocols.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), protocol -> protocol.write(new HubMessage.Ping())));
    }

    /**
     * Says who is told what becomes of the connections that are opened from now on.
     *
     * @param watching in place of the one before
     */
    public void watch(ConnectionWatch watching) {
        watch = watching;
    }

    /**
     * Begins a connection.
     *
     * @param setup what is known of it
     * @param transport what carries it
     * @return what the transport reports to
     */
    public Feed open(ConnectionSetup setup, Transport transport) {
        HubConnection connection = new HubConnection(this, setup, transport);
        alive.add(connection);
        if (closed) {
            connection.end(Ending.shutdown());
        }
        return connection.feed();
    }

    /**
     * Sends a message. Clients whose protocol cannot carry it, while another one can, are closed.
     *
     * @param audience whom it is for
     * @param message the message
     * @throws IllegalArgumentException if it cannot be serialised in any protocol; nobody hears it
     */
    public void deliver(Audience audience, HubMessage message) {
        deliver(audience, shared(message));
    }

    private SharedMessage shared(HubMessage message) {
        return new SharedMessage(message, protocols.values());
    }

    private void deliver(Audience audience, SharedMessage message) {
        forEach(audience, connection -> connection.send(message));
    }

    /**
     * Serialises a message that is to be sent later, as its arguments are now.
     *
     * @param audience whom it is for
     * @param message the message
     * @return sends it to those whom the audience then is; to be run once, by any thread
     * @throws IllegalArgumentException if it cannot be serialised in any protocol
     */
    public Runnable prepare(Audience audience, HubMessage message) {
        SharedMessage shared = shared(message);
        spoken.forEach(shared::in);
        return () -> deliver(audience, shared);
    }

    /**
     * Asks a client for a result.
     *
     * @param connectionId the client
     * @param result the result's type
     * @param method the name of the client's method
     * @param arguments its arguments
     * @param patience how long to wait, null for as long as the client is there
     * @return the client's answer, completed by a thread of Hubcast's
     * @throws IllegalArgumentException if an argument cannot be serialised
     */
    public CompletableFuture<Object> ask(String connectionId, Type result, String method, Arguments arguments, Duration patience) {
        HubConnection connection = byId.get(connectionId);
        if (connection == null) {
            return nobody(connectionId);
        }
        CompletableFuture<Object> answer = results.ask(connection, result, method, arguments);
        if (patience != null) {
            threads.limit(answer, patience);
        }
        return answer;
    }

    /**
     * The answer of a client that is not there.
     *
     * @param connectionId the client
     * @return a failure
     */
    public static CompletableFuture<Object> nobody(String connectionId) {
        return CompletableFuture.failedFuture(new ClientGoneException("Connection '" + connectionId + "' does not exist."));
    }

    private void forEach(Audience audience, Consumer<HubConnection> action) {
        if (audience instanceof All all) {
            forEach(byId.values(), all.except(), action);
        } else if (audience instanceof Connections some) {
            some.ids().stream().map(byId::get).filter(Objects::nonNull).forEach(action);
        } else if (audience instanceof Groups some) {
            forEach(members(groups, some.names()), some.except(), action);
        } else if (audience instanceof Users some) {
            forEach(members(users, some.identifiers()), some.except(), action);
        }
    }

    private static void forEach(Collection<HubConnection> connections, Set<String> except, Consumer<HubConnection> action) {
        for (HubConnection connection : connections) {
            if (except.isEmpty() || !except.contains(connection.id())) {
                action.accept(connection);
            }
        }
    }

    private static Collection<HubConnection> members(ConnectionSets sets, Set<String> names) {
        if (names.size() == 1) {
            return sets.of(names.iterator().next());
        }
        Set<HubConnection> once = Collections.newSetFromMap(new IdentityHashMap<>());
        names.forEach(each -> once.addAll(sets.of(each)));
        return once;
    }

    /**
     * Adds a connection to a group, if it is open.
     *
     * @param connectionId the connection
     * @param group the group
     */
    public void join(String connectionId, String group) {
        HubConnection connection = byId.get(connectionId);
        if (connection != null) {
            connection.membership().join(group);
        }
    }

    /**
     * Takes a connection out of a group.
     *
     * @param connectionId the connection
     * @param group the group
     */
    public void leave(String connectionId, String group) {
        HubConnection connection = byId.get(connectionId);
        if (connection != null) {
            connection.membership().leave(group);
        }
    }

    /** Ends every connection, in order where its client reads, and waits for that as long as the close timeout says. */
    public void close() {
        closed = true;
        alive.forEach(connection -> connection.end(Ending.shutdown()));
        long deadline = System.nanoTime() + options.closeTimeout().toNanos();
        try {
            synchronized (alive) {
                for (long left = deadline - System.nanoTime(); !alive.isEmpty() && left > 0; left = deadline - System.nanoTime()) {
                    alive.wait(left / 1_000_000 + 1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List.copyOf(alive).forEach(HubConnection::abortTransport);
    }

    /** Looks at the times of all connections; the clock calls it once a second. */
    public void tick() {
        long now = System.nanoTime();
        alive.forEach(connection -> connection.tick(now));
    }

    void register(HubConnection connection) {
        spoken.add(connection.protocol());
        byId.put(connection.id(), connection);
        if (connection.userIdentifier() != null) {
            users.add(connection.userIdentifier(), connection);
        }
    }

    void unregister(HubConnection connection) {
        byId.remove(connection.id(), connection);
        if (connection.userIdentifier() != null) {
            users.remove(connection.userIdentifier(), connection);
        }
    }

    /** The transport has ended or was aborted. */
    void gone(HubConnection connection) {
        if (alive.remove(connection) && closed) {
            synchronized (alive) {
                alive.notifyAll();
            }
        }
    }

    /**
     * The hub's name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * How many connections are open.
     *
     * @return the number of those whose handshake was accepted
     */
    public int connectionCount() {
        return byId.size();
    }

    /**
     * How many groups have members.
     *
     * @return the number
     */
    public int groupCount() {
        return groups.count();
    }

    /**
     * How many answers of clients are waited for.
     *
     * @return the number
     */
    public int pendingResults() {
        return results.count();
    }

    /**
     * The hub's limits and times.
     *
     * @return the options
     */
    public HubOptions options() {
        return options;
    }

    ConnectionWatch watch() {
        return watch;
    }

    HubHandler handler() {
        return handler;
    }

    HubThreads threads() {
        return threads;
    }

    ClientResults results() {
        return results;
    }

    ConnectionSets groups() {
        return groups;
    }

    HubProtocol protocol(String wanted) {
        return protocols.get(wanted);
    }

    Payload ping(HubProtocol protocol) {
        return pings.get(protocol);
    }
}
