package dev.hubcast.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.bench.measure.Cost;
import dev.hubcast.bench.measure.Faults;
import dev.hubcast.bench.scenario.IdleResult;
import dev.hubcast.bench.scenario.LoadResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report = new Report(List.of("hub", "bare"));

    @Test
    void a_round_that_was_slow_for_both_moves_no_ratio() {
        round(1, 200, 100);
        round(2, 2000, 1000);
        round(3, 220, 110);

        assertThat(report.markdown(List.of())).contains("| echo | hub / bare | 2.00 | 1.00 | 1.00 | 3 / 3 |")
                .contains("| echo | hub | 2.20 | 2.00–20.0 | 100000 | 1.00 | 2.00 | 2.00 | 3.00 |");
    }

    @Test
    void memory_and_failures_have_places_of_their_own() {
        report.add("idle", "hub", 1, new IdleResult(10, 2048, 12.5, Double.NaN, 0.5, Faults.NONE));
        report.addFailure("echo", "bare", "nothing arrived");

        assertThat(report.markdown(List.of("Machine: none"))).startsWith("- Machine: none\n")
                .contains("| idle | hub | – | 12.5 | 2.00 | 0.50 | 0 |")
                .contains("- echo, bare: nothing arrived")
                .doesNotContain("### Load");
    }

    private void round(int round, long hubMicros, long bareMicros) {
        report.add("echo", "hub", round, result(hubMicros));
        report.add("echo", "bare", round, result(bareMicros));
    }

    private static LoadResult result(long serverMicros) {
        return new LoadResult(100, new Cost(serverMicros, 50, 1000), 1e6, 2e6, 3e6, new Faults(1, 0, 0, 0, 0));
    }
}
