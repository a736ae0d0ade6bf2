package dev.hubcast.bench.scenario;

import dev.hubcast.bench.measure.Cost;
import dev.hubcast.bench.measure.CpuMeter;
import dev.hubcast.bench.measure.Faults;
import dev.hubcast.bench.measure.Latencies;
import dev.hubcast.bench.measure.MeasurementException;

/**
 * The part of a scenario that counts.
 */
final class Window {

    private final CpuMeter meter;
    private final Latencies latencies = new Latencies();
    private long operations;
    private boolean open;
    private Cost begun = Cost.NONE;
    private Cost cost = Cost.NONE;

    Window(Server server) {
        meter = new CpuMeter(server.pid());
    }

    /** Begins, or goes on after an interruption. */
    void begin() {
        begun = meter.read();
        open = true;
    }

    void end() {
        cost = cost.plus(meter.read().since(begun));
        open = false;
    }

    void count(long latency) {
        if (open) {
            operations++;
            latencies.record(latency);
        }
    }

    /** Counts operations whose latencies were recorded elsewhere. */
    void count(int more) {
        operations += more;
    }

    Latencies latencies() {
        return latencies;
    }

    LoadResult result(Faults faults) {
        if (operations == 0) {
            throw new MeasurementException("nothing arrived within the measured window");
        }
        return new LoadResult(operations, cost, latencies.percentile(0.5), latencies.percentile(0.99), latencies.max(), faults);
    }
}
