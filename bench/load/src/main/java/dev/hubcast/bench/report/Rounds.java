package dev.hubcast.bench.report;

import dev.hubcast.bench.measure.Faults;
import dev.hubcast.bench.scenario.Result;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * What the rounds of one scenario found out about one server.
 *
 * @param <R> the kind of result
 */
final class Rounds<R extends Result> {

    private final Map<Integer, R> results = new TreeMap<>();

    void add(int round, R result) {
        results.put(round, result);
    }


    double median(ToDoubleFunction<R> figure) {
        return Median.of(figures(figure));
    }

    double lowest(ToDoubleFunction<R> figure) {
        return figures(figure).min().orElse(Double.NaN);
    }

    double highest(ToDoubleFunction<R> figure) {
        return figures(figure).max().orElse(Double.NaN);
    }

    /** The median of the ratios round by round: what slows a whole round down cancels out. */
    double ratio(Rounds<R> other, ToDoubleFunction<R> figure) {
        return Median.of(results.keySet().stream().filter(other.results::containsKey)
                .mapToDouble(round -> figure.applyAsDouble(results.get(round)) / figure.applyAsDouble(other.results.get(round))));
    }

    Faults faults(Function<R, Faults> faults) {
        return results.values().stream().map(faults).reduce(Faults.NONE, Faults::plus);
    }

    private DoubleStream figures(ToDoubleFunction<R> figure) {
        return results.values().stream().mapToDouble(figure);
    }
}
