package dev.hubcast.bench.scenario;

import dev.hubcast.bench.measure.Audit;
import dev.hubcast.bench.measure.Latencies;
import dev.hubcast.bench.measure.MeasurementException;
import dev.hubcast.bench.socket.Connection;
import dev.hubcast.bench.socket.Deliveries;
import dev.hubcast.bench.socket.EventLoop;
import dev.hubcast.bench.socket.Fleet;
import dev.hubcast.bench.socket.Texts;
import dev.hubcast.bench.wire.Message;
import java.io.ByteArrayOutputStream;
import java.time.Duration;

/**
 * One connection sends to the group that all are in, and again when all have it.
 *
 * @param connections how many connections are in the group, the sender among them
 * @param inFlight how many sends may be under way at a time
 * @param burst how many messages each send consists of, in one frame where the wire can do that
 */
public record Fanout(int connections, int inFlight, int burst) implements Scenario {

    private static final int SENDER = 0;
    private static int groups;

    @Override
    public String name() {
        return (burst == 1 ? "fanout " + connections : "burst " + connections + " × " + burst)
                + (inFlight == 1 ? "" : ", " + inFlight + " in flight");
    }

    @Override
    public Result run(EventLoop loop, Server server, Pace pace) {
        return new Run(loop, server, pace.patience()).run(pace);
    }

    /** One run against one server. */
    private final class Run implements Deliveries {

        // A group of its own, so that nothing reaches what an earlier run may have left behind.
        private final String group = "g" + groups++;
        private final EventLoop loop;
        private final Fleet fleet;
        private final Window window;
        private final Message message;
        private final boolean joinsMessages;
        private final Duration patience;
        private final Audit audit = new Audit(connections);
        private final Texts sends = new Texts();
        private long sent;
        private long firstAwaited;
        private long outstanding;
        private int alive = connections;

        Run(EventLoop loop, Server server, Duration patience) {
            this.loop = loop;
            this.patience = patience;
            fleet = new Fleet(loop, server.url(), server.wire(), this);
            window = new Window(server);
            message = server.wire().broadcast(group);
            joinsMessages = server.wire().joinsMessages();
        }

        LoadResult run(Pace pace) {
            try (fleet) {
                fleet.open(connections, new Latencies());
                fleet.join(group);
                broadcastFor(pace.warmUp());
                window.begin();
                broadcastFor(pace.window());
                window.end();
                fleet.connections().forEach(connection -> audit.finish(connection.number(), sent));
                return window.result(audit.faults());
            }
        }

        // Begins and ends with nothing under way, and sends at least once, however long that takes.
        private void broadcastFor(Duration time) {
            long end = loop.now() + time.toNanos();
            do {
                broadcast();
                awaitAtMost((inFlight - 1L) * burst * alive);
            } while (loop.now() < end);
            awaitAtMost(0);
        }

        private void awaitAtMost(long deliveries) {
            if (!loop.runUntil(() -> outstanding <= deliveries, patience)) {
                // What has not come by now is not waited for again; it is lost, unless it comes late.
                outstanding = 0;
                firstAwaited = sent;
            }
        }

        private void broadcast() {
            Connection sender = fleet.connections().get(SENDER);
            if (!sender.isOpen()) {
                throw new MeasurementException("the sender was lost: " + fleet.firstLoss());
            }
            outstanding += (long) alive * burst;
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (int i = 0; i < burst; i++) {
                byte[] text = message.stamped(SENDER, sent++, loop.now());
                if (joinsMessages) {
                    joined.writeBytes(text);
                } else {
                    sends.add(text, text.length);
                }
            }
            if (joinsMessages) {
                sends.add(joined.toByteArray(), joined.size());
            }
            sender.send(sends);
        }

        @Override
        public void delivered(Connection connection, int origin, long sequence, long latency) {
            if (origin != SENDER || sequence >= sent) {
                audit.damaged();
            } else if (audit.arrived(connection.number(), sequence)) {
                window.count(latency);
                if (sequence >= firstAwaited) {
                    outstanding--;
                }
            }
        }

        @Override
        public void damaged(Connection connection) {
            audit.damaged();
        }

        @Override
        public void closed(Connection connection) {
            alive--;
            outstanding -= audit.missing(connection.number(), firstAwaited, sent);
            audit.closed(connection.number(), sent);
        }
    }
}
