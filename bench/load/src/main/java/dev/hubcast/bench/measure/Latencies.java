package dev.hubcast.bench.measure;

import java.util.Arrays;

/**
 * How often which latency occurred, exact to 1.6 percent.
 */
public final class Latencies {

    private static final int STEPS_BITS = 6;
    private static final int STEPS = 1 << STEPS_BITS;

    private final long[] counts = new long[(Long.SIZE - STEPS_BITS) * STEPS];
    private long recorded;
    private long max;

    /**
     * Counts a latency.
     *
     * @param nanos how long it took; less than nothing counts as nothing
     */
    public void record(long nanos) {
        long value = Math.max(0, nanos);
        counts[index(value)]++;
        recorded++;
        max = Math.max(max, value);
    }

    /** Forgets everything, so that the measured window begins with nothing. */
    public void clear() {
        Arrays.fill(counts, 0);
        recorded = 0;
        max = 0;
    }

    /**
     * The latency that a share of all did not exceed.
     *
     * @param share between 0 and 1
     * @return nanoseconds, NaN if nothing was recorded
     */
    public double percentile(double share) {
        if (recorded == 0) {
            return Double.NaN;
        }
        long rank = Math.max(1, (long) Math.ceil(share * recorded));
        long seen = 0;
        int index = -1;
        while (seen < rank) {
            seen += counts[++index];
        }
        return Math.min(max, highest(index));
    }

    /**
     * The longest latency.
     *
     * @return nanoseconds, NaN if nothing was recorded
     */
    public double max() {
        return recorded == 0 ? Double.NaN : max;
    }

    // Exact below 64, then 64 equal steps between each power of two and the next.
    private static int index(long value) {
        if (value < STEPS) {
            return (int) value;
        }
        int doublings = Long.SIZE - 1 - STEPS_BITS - Long.numberOfLeadingZeros(value);
        return (doublings << STEPS_BITS) + (int) (value >>> doublings);
    }

    private static long highest(int index) {
        if (index < 2 * STEPS) {
            return index;
        }
        int doublings = (index >> STEPS_BITS) - 1;
        long step = index - ((long) doublings << STEPS_BITS);
        return (step + 1 << doublings) - 1;
    }
}
