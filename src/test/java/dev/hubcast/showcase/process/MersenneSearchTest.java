package dev.hubcast.showcase.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MersenneSearchTest {

    private static List<Progress> search(int limit) {
        List<Progress> told = new ArrayList<>();
        new MersenneSearch(limit).run(told::add, () -> false);
        return told;
    }

    @Test
    void the_primes_are_those_that_are_known() {
        assertThat(search(700)).filteredOn(Progress::prime).extracting(Progress::exponent)
                .containsExactly(2, 3, 5, 7, 13, 17, 19, 31, 61, 89, 107, 127, 521, 607);
    }

    @Test
    void their_digits_are_counted() {
        assertThat(search(127)).filteredOn(Progress::prime).extracting(Progress::digits)
                .containsExactly(1, 1, 2, 3, 4, 6, 6, 10, 19, 27, 33, 39);
    }

    @Test
    void progress_rises_to_the_whole_and_is_told_in_bounded_number() {
        List<Progress> told = search(700);

        assertThat(told).extracting(Progress::percent).isSorted().last().isEqualTo(100);
        assertThat(told).hasSizeLessThanOrEqualTo(100 + 14);
    }

    @Test
    void it_stops_when_it_is_to() {
        List<Progress> told = new ArrayList<>();

        new MersenneSearch(700).run(told::add, () -> told.size() == 3);

        assertThat(told).extracting(Progress::exponent).containsExactly(2, 3, 5);
    }
}
