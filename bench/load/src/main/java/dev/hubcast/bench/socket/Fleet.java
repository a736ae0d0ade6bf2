package dev.hubcast.bench.socket;

import dev.hubcast.bench.measure.Latencies;
import dev.hubcast.bench.measure.MeasurementException;
import dev.hubcast.bench.wire.Payload;
import dev.hubcast.bench.wire.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * All connections to one server.
 */
public final class Fleet implements AutoCloseable {

    // Fewer than any listen backlog, so that no SYN is dropped and sent again a second later.
    private static final int AT_A_TIME = 64;
    private static final int SOURCES = 64;
    private static final Duration PING_EVERY = Duration.ofSeconds(15);
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private static int nextSource;

    private final EventLoop loop;
    private final URI url;
    private final Wire wire;
    private final IntFunction<Connection> newConnection;
    private final Deliveries deliveries;
    private final List<Connection> connections = new ArrayList<>();
    private final ConnectionEvents listener = new Listener();
    private Latencies openingTimes;
    private int wanted;
    private int opened;
    private int acknowledged;
    private int closed;
    private boolean leaving;
    private String firstLoss = "";
    private long pinged;
    private long pingingSince;

    /**
     * Makes a fleet without connections.
     *
     * @param loop what serves it
     * @param url the server
     * @param wire how to talk to it
     * @param deliveries who hears of it
     */
    public Fleet(EventLoop loop, URI url, Wire wire, Deliveries deliveries) {
        this.loop = loop;
        this.url = url;
        this.wire = wire;
        this.deliveries = deliveries;
        newConnection = newConnection(wire.requestTarget(url));
    }

    private IntFunction<Connection> newConnection(String requestTarget) {
        return switch (wire.carrier()) {
            case WEBSOCKET -> {
                Upgrade upgrade = new Upgrade(url, requestTarget);
                yield number -> new WebSocketConnection(number, wire, upgrade, loop, listener);
            }
            case EVENT_STREAM -> {
                Negotiation negotiation = new Negotiation(url, requestTarget);
                yield number -> new EventStreamConnection(number, wire, negotiation, loop, listener);
            }
        };
    }

    /**
     * Opens connections, some at a time, until the server has greeted all of them.
     *
     * @param count how many
     * @param times gets the time that each took
     * @throws MeasurementException if not all could be opened
     */
    public void open(int count, Latencies times) {
        openingTimes = times;
        wanted = count;
        for (int i = 0; i < Math.min(AT_A_TIME, count); i++) {
            connectNext();
        }
        boolean all = loop.runUntil(() -> opened == wanted || closed > 0, patience(count));
        if (!all || closed > 0) {
            throw new MeasurementException("only " + opened + " of " + count + " connections to " + url + " could be opened"
                    + (firstLoss.isEmpty() ? "" : ": " + firstLoss));
        }
        pingingSince = loop.now();
        loop.everyTick(this::keepAlive);
    }

    /**
     * Puts every connection into a group, some at a time.
     *
     * @param group the group's name
     * @throws MeasurementException if the server did not acknowledge all
     */
    public void join(String group) {
        byte[] join = wire.join(group);
        acknowledged = 0;
        for (int asked = 0; asked < connections.size(); asked++) {
            connections.get(asked).reply(join);
            int waiting = asked + 1 - AT_A_TIME;
            if (!loop.runUntil(() -> acknowledged > waiting || closed > 0, GOODBYE)) {
                break;
            }
        }
        loop.runUntil(() -> acknowledged == connections.size() || closed > 0, patience(connections.size()));
        if (acknowledged < connections.size()) {
            throw new MeasurementException("only " + acknowledged + " of " + connections.size() + " connections joined a group"
                    + (firstLoss.isEmpty() ? "" : ": " + firstLoss));
        }
    }

    /**
     * The connections, in the order of their numbers.
     *
     * @return the fleet's own list
     */
    public List<Connection> connections() {
        return connections;
    }

    /**
     * Why the first connection was lost that nobody here wanted to lose.
     *
     * @return the reason, empty if there was none
     */
    public String firstLoss() {
        return firstLoss;
    }

    /** Closes every connection, each with its carrier's goodbye as far as the server takes part in it. */
    @Override
    public void close() {
        leaving = true;
        loop.everyTick(() -> { });
        connections.forEach(Connection::close);
        loop.runUntil(() -> closed == connections.size(), GOODBYE);
        connections.forEach(connection -> connection.over("gave up waiting for the server's goodbye"));
    }

    private void connectNext() {
        Connection connection = newConnection.apply(connections.size());
        connections.add(connection);
        // Sources take turns, so that ports of connections closed a minute ago are never in short supply.
        nextSource = (nextSource + 1) % SOURCES;
        try {
            connection.connect(new Route(InetAddress.getByName("127.0.0." + (2 + nextSource)),
                    new InetSocketAddress(url.getHost(), url.getPort())));
        } catch (IOException e) {
            connection.over(e.toString());
        }
    }

    // Spread over the whole interval, as clients are that came at different times.
    private void keepAlive() {
        byte[] ping = wire.ping();
        long due = (loop.now() - pingingSince) * connections.size() / PING_EVERY.toNanos();
        for (; pinged < due && ping.length > 0; pinged++) {
            Connection connection = connections.get((int) (pinged % connections.size()));
            if (connection.isOpen() && loop.now() - connection.lastSent() > PING_EVERY.toNanos() / 2) {
                connection.reply(ping);
            }
        }
    }

    private static Duration patience(int connections) {
        return Duration.ofSeconds(30).plusMillis(10L * connections);
    }

    /** Hears the connections; no part of what a fleet offers. */
    private final class Listener implements ConnectionEvents {

        @Override
        public void opened(Connection connection) {
            opened++;
            openingTimes.record(loop.now() - connection.started());
            if (connections.size() < wanted) {
                connectNext();
            }
        }

        @Override
        public void acknowledged(Connection connection) {
            acknowledged++;
        }

        @Override
        public void payload(Connection connection, byte[] buffer, int at, int to, long received) {
            if (Payload.intact(buffer, at, to)) {
                deliveries.delivered(connection, Payload.origin(buffer, at), Payload.sequence(buffer, at),
                        received - Payload.sent(buffer, at));
            } else {
                deliveries.damaged(connection);
            }
        }

        @Override
        public void readDone(Connection connection) {
            deliveries.readDone(connection);
        }

        @Override
        public void closed(Connection connection, String reason) {
            closed++;
            if (!leaving) {
                firstLoss = firstLoss.isEmpty() ? reason : firstLoss;
                deliveries.closed(connection);
            }
        }
    }
}
