package dev.hubcast.bench.scenario;

import dev.hubcast.bench.measure.Cost;
import dev.hubcast.bench.measure.Faults;

/**
 * What operations cost.
 *
 * @param operations how many were measured: answers, deliveries or connections
 * @param cost what the window took
 * @param median median latency in nanoseconds
 * @param p99 the latency that 99 percent did not exceed, in nanoseconds
 * @param max the longest latency in nanoseconds
 * @param faults what went wrong, warm-up included
 */
public record LoadResult(long operations, Cost cost, double median, double p99, double max, Faults faults) implements Result {

    /**
     * The server's processor time for each operation.
     *
     * @return microseconds
     */
    public double serverMicros() {
        return (double) cost.server() / operations;
    }

    /**
     * The client's processor time for each operation.
     *
     * @return microseconds
     */
    public double clientMicros() {
        return (double) cost.client() / operations;
    }

    /**
     * The throughput, which says little when the server waits for the client.
     *
     * @return operations per second
     */
    public double perSecond() {
        return operations * 1e6 / cost.wall();
    }
}
