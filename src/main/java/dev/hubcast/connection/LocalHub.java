package dev.hubcast.connection;

import dev.hubcast.ClientGoneException;
import dev.hubcast.connection.Audience.InTenant;
import dev.hubcast.protocol.Arguments;
import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.Payload;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Directories directories;
    private final boolean tenants;
    private final ClientResults results = new ClientResults();
    /** With those whose handshake is not done and those whose transport has not ended. */
    private final Set<HubConnection> alive = ConcurrentHashMap.newKeySet();

    private final PacedSending paced;

    private volatile ConnectionWatch watch = ConnectionWatch.NOBODY;
    private volatile boolean closed;

    /**
     * A hub without connections, and without tenants.
     *
     * @param name the hub's name
     * @param options its limits and times
     * @param handler its code
     * @param threads the threads that run it
     * @param protocols the formats that its clients may ask for
     */
    public LocalHub(String name, HubOptions options, HubHandler handler, HubThreads threads, Collection<HubProtocol> protocols) {
        this(name, options, handler, threads, protocols, false);
    }

    /**
     * A hub without connections.
     *
     * @param name the hub's name
     * @param options its limits and times
     * @param handler its code
     * @param threads the threads that run it
     * @param protocols the formats that its clients may ask for
     * @param tenants whether each of its connections belongs to a tenant, and hears nothing of others
     */
    public LocalHub(String name, HubOptions options, HubHandler handler, HubThreads threads, Collection<HubProtocol> protocols,
            boolean tenants) {
        this.name = name;
        this.tenants = tenants;
        this.directories = Directories.of(tenants);
        this.options = options;
        this.handler = handler;
        this.threads = threads;
        this.protocols = protocols.stream().collect(Collectors.toUnmodifiableMap(HubProtocol::name, Function.identity()));
        this.pings = protocols.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), protocol -> protocol.write(new HubMessage.Ping())));
        this.paced = new PacedSending(threads, () -> alive.stream().anyMatch(HubConnection::isBehind));
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
     * @throws IllegalStateException if the hub has tenants and the audience names none, or the other way round
     */
    public void deliver(Audience audience, HubMessage message) {
        deliver(audience, shared(message));
    }

    private SharedMessage shared(HubMessage message) {
        return new SharedMessage(message, protocols.values());
    }

    private void deliver(Audience audience, SharedMessage message) {
        reachable(audience).forEach(audience.within(), connection -> connection.send(message));
    }

    /**
     * Sees whether a message could be for an audience.
     *
     * @param audience the audience
     * @throws IllegalStateException if the hub has tenants and the audience names none, or the other way round
     */
    public void requireReachable(Audience audience) {
        reachable(audience);
    }

    private Directory reachable(Audience audience) {
        return reachable(audience instanceof InTenant some ? some.tenant() : null);
    }

    /** Those who can be reached by naming a tenant, or none (null). */
    Directory reachable(String tenant) {
        return directories.reachable(tenant);
    }

    /**
     * Serialises a message that is to be sent later, as its arguments are now.
     *
     * @param audience whom it is for
     * @param message the message
     * @return sends it to those whom the audience then is; to be run once, by any thread
     * @throws IllegalArgumentException if it cannot be serialised in any protocol
     * @throws IllegalStateException if the hub has tenants and the audience names none, or the other way round
     */
    public Runnable prepare(Audience audience, HubMessage message) {
        reachable(audience); // now, while somebody is there to be told of the mistake
        SharedMessage shared = shared(message);
        spoken.forEach(shared::in);
        return () -> deliver(audience, shared);
    }

    /**
     * Sends many messages, behind all that was given here before: as many at a time as clients can take, the first at once.
     *
     * @param prepared what {@link #prepare} answered, in its order
     */
    public void sendPaced(List<Runnable> prepared) {
        paced.send(prepared);
    }

    /**
     * Asks a client for a result.
     *
     * @param tenant the tenant within which the client is looked for, null if the hub has none
     * @param connectionId the client
     * @param result the result's type
     * @param method the name of the client's method
     * @param arguments its arguments
     * @param patience how long to wait, null for as long as the client is there
     * @return the client's answer, completed by a thread of Hubcast's
     * @throws IllegalArgumentException if an argument cannot be serialised
     * @throws IllegalStateException if the hub has tenants and none is named, or the other way round
     */
    public CompletableFuture<Object> ask(String tenant, String connectionId, Type result, String method, Arguments arguments,
            Duration patience) {
        HubConnection connection = reachable(tenant).find(connectionId);
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

    /**
     * Adds a connection of a hub without tenants to a group, if it is open.
     *
     * @param connectionId the connection
     * @param group the group
     * @throws IllegalStateException if the hub has tenants
     */
    public void join(String connectionId, String group) {
        join(null, connectionId, group);
    }

    /**
     * Adds a connection to a group, if it is open.
     *
     * @param tenant the tenant within which the connection is looked for, null if the hub has none
     * @param connectionId the connection
     * @param group the group
     * @throws IllegalStateException if the hub has tenants and none is named, or the other way round
     */
    public void join(String tenant, String connectionId, String group) {
        HubConnection connection = reachable(tenant).find(connectionId);
        if (connection != null) {
            connection.membership().join(group);
        }
    }

    /**
     * Takes a connection of a hub without tenants out of a group.
     *
     * @param connectionId the connection
     * @param group the group
     * @throws IllegalStateException if the hub has tenants
     */
    public void leave(String connectionId, String group) {
        leave(null, connectionId, group);
    }

    /**
     * Takes a connection out of a group.
     *
     * @param tenant the tenant within which the connection is looked for, null if the hub has none
     * @param connectionId the connection
     * @param group the group
     * @throws IllegalStateException if the hub has tenants and none is named, or the other way round
     */
    public void leave(String tenant, String connectionId, String group) {
        HubConnection connection = reachable(tenant).find(connectionId);
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

    Directory register(HubConnection connection) {
        spoken.add(connection.protocol());
        return directories.add(connection);
    }

    void unregister(HubConnection connection) {
        directories.remove(connection);
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
     * An open connection, whatever its tenant is: to see whose it is, not to send to it.
     *
     * @param connectionId its id
     * @return empty if there is none of that id
     */
    public Optional<HubConnection> connection(String connectionId) {
        return Optional.ofNullable(directories.anywhere(connectionId));
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
     * Whether each connection belongs to a tenant.
     *
     * @return always the same
     */
    public boolean hasTenants() {
        return tenants;
    }

    /**
     * How many connections are open.
     *
     * @return the number of those whose handshake was accepted
     */
    public int connectionCount() {
        return directories.sum(Directory::connectionCount);
    }

    /**
     * How many groups have members.
     *
     * @return the number
     */
    public int groupCount() {
        return directories.sum(directory -> directory.groups().count());
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

    HubProtocol protocol(String wanted) {
        return protocols.get(wanted);
    }

    Payload ping(HubProtocol protocol) {
        return pings.get(protocol);
    }
}
