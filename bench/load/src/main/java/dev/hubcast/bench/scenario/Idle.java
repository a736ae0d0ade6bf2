package dev.hubcast.bench.scenario;

import dev.hubcast.bench.measure.Cost;
import dev.hubcast.bench.measure.CpuMeter;
import dev.hubcast.bench.measure.Latencies;
import dev.hubcast.bench.measure.Memory;
import dev.hubcast.bench.socket.EventLoop;
import dev.hubcast.bench.socket.Fleet;

/**
 * Holds connections that say nothing but what keeps them alive.
 *
 * @param connections how many are held
 */
public record Idle(int connections) implements Scenario {

    @Override
    public String name() {
        return "idle " + connections;
    }

    @Override
    public Result run(EventLoop loop, Server server, Pace pace) {
        Memory memory = new Memory(server.pid());
        CpuMeter meter = new CpuMeter(server.pid());
        Silence silence = new Silence();
        double heapBefore = memory.liveHeapBytes();
        long residentBefore = memory.residentKilobytes();
        try (Fleet fleet = new Fleet(loop, server.url(), server.wire(), silence)) {
            fleet.open(connections, new Latencies());
            loop.runFor(pace.warmUp());
            Cost before = meter.read();
            loop.runFor(pace.window());
            Cost cost = meter.read().since(before);
            // Before the heap is looked at, because collecting it touches pages.
            long resident = memory.residentKilobytes();
            double heap = memory.liveHeapBytes();
            return new IdleResult(connections, resident, (double) (resident - residentBefore) / connections,
                    (heap - heapBefore) / 1024 / connections, cost.server() * 1e6 / cost.wall() / connections, silence.faults());
        }
    }
}
