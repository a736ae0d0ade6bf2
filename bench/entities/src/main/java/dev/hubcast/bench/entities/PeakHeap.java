package dev.hubcast.bench.entities;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * How much more of the heap is used, at the highest, than after a collection at the beginning. What is garbage by then and was not
 * collected counts, so a small heap tells more than a large one.
 */
final class PeakHeap {

    private final long before;

    private PeakHeap(long before) {
        this.before = before;
    }

    static PeakHeap fromNow() {
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        return new PeakHeap(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** An upper bound: the parts of the heap need not have been at their highest at once. */
    long bytes() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - before;
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    }
}
