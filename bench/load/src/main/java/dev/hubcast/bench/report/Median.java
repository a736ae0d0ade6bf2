package dev.hubcast.bench.report;

import java.util.stream.DoubleStream;

/**
 * The middle of several numbers, which one disturbed round does not move.
 */
final class Median {

    private Median() {
    }

    static double of(DoubleStream numbers) {
        double[] sorted = numbers.filter(number -> !Double.isNaN(number)).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
