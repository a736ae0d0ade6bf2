package dev.hubcast.bench.scenario;

import dev.hubcast.bench.measure.Audit;
import dev.hubcast.bench.measure.Latencies;
import dev.hubcast.bench.measure.MeasurementException;
import dev.hubcast.bench.socket.Connection;
import dev.hubcast.bench.socket.Deliveries;
import dev.hubcast.bench.socket.EventLoop;
import dev.hubcast.bench.socket.Fleet;
import dev.hubcast.bench.socket.Texts;
import dev.hubcast.bench.wire.PouringWire;
import java.time.Duration;

/**
 * One connection asks for many messages, as many at once as the wire lets it, and asks for the next when half of them are there.
 *
 * @param items how many it wants, again and again
 */
public record Pour(int items) implements Scenario {

    @Override
    public String name() {
        return "pour " + items;
    }

    @Override
    public boolean suits(Server server) {
        return server.wire() instanceof PouringWire;
    }

    @Override
    public Result run(EventLoop loop, Server server, Pace pace) {
        return new Run(loop, server, (PouringWire) server.wire(), pace.patience()).run(pace);
    }

    /** One run against one server. */
    private final class Run implements Deliveries {

        private final EventLoop loop;
        private final PouringWire wire;
        private final Fleet fleet;
        private final Window window;
        private final Duration patience;
        private final Audit audit = new Audit(1);
        private final Texts texts = new Texts();
        private long asked;
        private long firstAwaited;
        private long outstanding;

        Run(EventLoop loop, Server server, PouringWire wire, Duration patience) {
            this.loop = loop;
            this.wire = wire;
            this.patience = patience;
            fleet = new Fleet(loop, server.url(), server.wire(), this);
            window = new Window(server);
        }

        LoadResult run(Pace pace) {
            try (fleet) {
                fleet.open(1, new Latencies());
                pourFor(pace.warmUp());
                window.begin();
                pourFor(pace.window());
                window.end();
                audit.finish(0, asked);
                return window.result(audit.faults());
            }
        }

        // Begins and ends with nothing under way, and pours at least once, however long that takes.
        private void pourFor(Duration time) {
            long end = loop.now() + time.toNanos();
            do {
                pour();
            } while (loop.now() < end);
        }

        private void pour() {
            int atOnce = Math.min(items, wire.pouredAtOnce());
            for (int left = items; left > 0;) {
                int count = Math.min(atOnce, left);
                ask(count);
                left -= count;
                await(left > 0 ? atOnce / 2 : 0);
            }
        }

        private void ask(int count) {
            Connection connection = fleet.connections().get(0);
            if (!connection.isOpen()) {
                throw new MeasurementException("the connection was lost: " + fleet.firstLoss());
            }
            byte[] text = wire.pour(count, asked, loop.now());
            asked += count;
            outstanding += count;
            texts.add(text, text.length);
            connection.send(texts);
        }

        private void await(int most) {
            if (!loop.runUntil(() -> outstanding <= most, patience)) {
                // As in a fan-out: it is lost, unless it comes late.
                outstanding = 0;
                firstAwaited = asked;
            }
        }

        @Override
        public void delivered(Connection connection, int origin, long sequence, long latency) {
            if (origin != 0 || sequence >= asked) {
                audit.damaged();
            } else if (audit.arrived(0, sequence)) {
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
            audit.closed(0, asked);
            outstanding = 0;
        }
    }
}
