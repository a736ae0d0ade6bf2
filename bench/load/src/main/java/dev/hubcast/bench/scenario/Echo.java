package dev.hubcast.bench.scenario;

import dev.hubcast.bench.measure.Audit;
import dev.hubcast.bench.measure.Latencies;
import dev.hubcast.bench.socket.Connection;
import dev.hubcast.bench.socket.Deliveries;
import dev.hubcast.bench.socket.EventLoop;
import dev.hubcast.bench.socket.Fleet;
import dev.hubcast.bench.socket.Texts;
import dev.hubcast.bench.wire.Message;

/**
 * Every connection calls, and calls again when it has its answer.
 *
 * @param connections how many connections call
 * @param inFlight how many calls each has under way
 */
public record Echo(int connections, int inFlight) implements Scenario {

    @Override
    public String name() {
        return "echo " + connections + " × " + inFlight;
    }

    @Override
    public Result run(EventLoop loop, Server server, Pace pace) {
        return new Run(loop, server).run(pace);
    }

    /** One run against one server. */
    private final class Run implements Deliveries {

        private final EventLoop loop;
        private final Fleet fleet;
        private final Window window;
        private final Message message;
        private final Audit audit = new Audit(connections);
        private final Texts calls = new Texts();
        private final long[] sent = new long[connections];
        private long unanswered;
        private boolean calling = true;

        Run(EventLoop loop, Server server) {
            this.loop = loop;
            fleet = new Fleet(loop, server.url(), server.wire(), this);
            window = new Window(server);
            message = server.wire().echo();
        }

        LoadResult run(Pace pace) {
            try (fleet) {
                fleet.open(connections, new Latencies());
                for (Connection connection : fleet.connections()) {
                    for (int i = 0; i < inFlight; i++) {
                        call(connection);
                    }
                    connection.send(calls);
                }
                loop.runFor(pace.warmUp());
                window.begin();
                loop.runFor(pace.window());
                window.end();
                calling = false;
                loop.runUntil(() -> unanswered == 0, pace.patience());
                fleet.connections().forEach(connection -> audit.finish(connection.number(), sent[connection.number()]));
                return window.result(audit.faults());
            }
        }

        private void call(Connection connection) {
            byte[] text = message.stamped(connection.number(), sent[connection.number()]++, loop.now());
            calls.add(text, text.length);
            unanswered++;
        }

        @Override
        public void delivered(Connection connection, int origin, long sequence, long latency) {
            if (origin != connection.number() || sequence >= sent[origin]) {
                audit.damaged();
            } else if (audit.arrived(origin, sequence)) {
                unanswered--;
                window.count(latency);
                if (calling) {
                    call(connection);
                }
            }
        }

        // Answers that came in one read are followed by calls in one write, as a client that pipelines does it.
        @Override
        public void readDone(Connection connection) {
            connection.send(calls);
        }

        @Override
        public void damaged(Connection connection) {
            audit.damaged();
        }

        @Override
        public void closed(Connection connection) {
            int number = connection.number();
            unanswered -= audit.missing(number, 0, sent[number]);
            audit.closed(number, sent[number]);
        }
    }
}
