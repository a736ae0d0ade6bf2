package dev.hubcast.peers;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What the server's threads make of the processor. */
@ApplicationScoped
public class Processor {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** The milliseconds and the name of the thread that worked most in the time to come. */
    CompletionStage<String> busiestThread(int millis) {
        Map<Long, Long> before = cpuNanos();
        return CompletableFuture.supplyAsync(() -> busiestSince(before), CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    private String busiestSince(Map<Long, Long> before) {
        return cpuNanos().entrySet().stream()
                .map(thread -> Map.entry(thread.getKey(), thread.getValue() - before.getOrDefault(thread.getKey(), 0L)))
                .max(Map.Entry.comparingByValue())
                .map(busiest -> TimeUnit.NANOSECONDS.toMillis(busiest.getValue()) + " " + threads.getThreadInfo(busiest.getKey()))
                .orElseThrow();
    }

    private Map<Long, Long> cpuNanos() {
        Map<Long, Long> nanos = new HashMap<>();
        for (long id : threads.getAllThreadIds()) {
            nanos.put(id, threads.getThreadCpuTime(id));
        }
        return nanos;
    }
}
