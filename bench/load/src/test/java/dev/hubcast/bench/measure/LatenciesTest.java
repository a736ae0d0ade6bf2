package dev.hubcast.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void percentiles_are_exact_to_two_percent_over_many_powers_of_ten() {
        for (long scale = 1; scale <= 1_000_000_000L; scale *= 10) {
            latencies.clear();
            for (long i = 1; i <= 1000; i++) {
                latencies.record(i * scale);
            }

            assertThat(latencies.percentile(0.5)).isCloseTo(500.0 * scale, within(10.0 * scale));
            assertThat(latencies.percentile(0.99)).isCloseTo(990.0 * scale, within(20.0 * scale));
            assertThat(latencies.max()).isEqualTo(1000.0 * scale);
        }
    }

    @Test
    void no_percentile_exceeds_the_maximum() {
        latencies.record(1_000_003);

        assertThat(latencies.percentile(0.99)).isEqualTo(1_000_003);
    }

    @Test
    void nothing_recorded_is_no_number() {
        assertThat(latencies.percentile(0.5)).isNaN();
        assertThat(latencies.max()).isNaN();
    }
}
