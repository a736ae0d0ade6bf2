package dev.hubcast.bench.scenario;

import dev.hubcast.bench.measure.Faults;
import dev.hubcast.bench.socket.Connection;
import dev.hubcast.bench.socket.Deliveries;

/**
 * Expects no message at all and counts what happens nevertheless.
 */
final class Silence implements Deliveries {

    private long damaged;
    private long closed;

    @Override
    public void delivered(Connection connection, int origin, long sequence, long latency) {
        damaged++;
    }

    @Override
    public void damaged(Connection connection) {
        damaged++;
    }

    @Override
    public void closed(Connection connection) {
        closed++;
    }

    Faults faults() {
        return new Faults(0, 0, 0, damaged, closed);
    }
}
