package dev.hubcast.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What transactions took whose changes clients heard, beside such whose changes nobody heard.
 *
 * @param live those that were heard, round by round
 * @param plain the others
 * @param listeners how many clients there were
 */
public record TransactionReport(List<Turn> live, List<Turn> plain, int listeners) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEGABYTE = 1 << 20;

    /**
     * What one transaction took.
     *
     * @param changes how many entities it changed
     * @param commitNanos how long its commit took
     * @param peakHeapBytes how much more of the heap was used at the highest than before it
     * @param lost how many changes clients did not hear of
     */
    public record Turn(int changes, long commitNanos, long peakHeapBytes, int lost) {

        double commitMillis() {
            return commitNanos / NANOS_PER_MILLI;
        }

        double peakMegabytes() {
            return peakHeapBytes / BYTES_PER_MEGABYTE;
        }
    }

    /**
     * Writes it down.
     *
     * @param head a list of facts
     * @return Markdown
     */
    public String markdown(List<String> head) {
        MarkdownTable table = new MarkdownTable("Transactions", "entities", "heard by", "changes", "commit, ms", "lowest–highest",
                "peak heap, MB", "lowest–highest", "lost");
        row(table, "live", listeners + " clients", live);
        row(table, "plain", "nobody", plain);
        table.row("live / plain", "", "", Figure.of(ratio(Turn::commitMillis)), "", Figure.of(ratio(Turn::peakMegabytes)), "", "");
        StringBuilder text = new StringBuilder();
        head.forEach(line -> text.append("- ").append(line).append('\n'));
        return text.append(table).toString();
    }

    private static void row(MarkdownTable table, String entities, String heardBy, List<Turn> turns) {
        table.row(entities, heardBy, turns.get(0).changes(), median(turns, Turn::commitMillis), range(turns, Turn::commitMillis),
                median(turns, Turn::peakMegabytes), range(turns, Turn::peakMegabytes), turns.stream().mapToInt(Turn::lost).sum());
    }

    private static String median(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return Figure.of(Median.of(turns.stream().mapToDouble(figure)));
    }

    private static String range(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return Figure.range(turns.stream().mapToDouble(figure).min().orElse(Double.NaN),
                turns.stream().mapToDouble(figure).max().orElse(Double.NaN));
    }

    /** Round by round, as everywhere. */
    private double ratio(ToDoubleFunction<Turn> figure) {
        double[] ratios = new double[live.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = figure.applyAsDouble(live.get(round)) / figure.applyAsDouble(plain.get(round));
        }
        return Median.of(Arrays.stream(ratios));
    }
}
