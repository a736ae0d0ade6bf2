package dev.hubcast.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceCheckTest {

    private final SequenceCheck check = new SequenceCheck();

    @Test
    void messages_in_order_are_no_fault() {
        arrive(0, 1, 2);

        assertThat(check.missing(0, 3)).isZero();
        assertThat(check.doubled()).isZero();
        assertThat(check.overtaken()).isZero();
    }

    @Test
    void a_hole_is_a_loss() {
        arrive(0, 3);

        assertThat(check.missing(0, 4)).isEqualTo(2);
        assertThat(check.missing(2, 4)).isEqualTo(1);
    }

    @Test
    void what_never_came_at_the_end_is_a_loss() {
        arrive(0, 1);

        assertThat(check.missing(0, 5)).isEqualTo(3);
    }

    @Test
    void a_late_message_is_overtaken_and_not_lost() {
        arrive(0, 2);

        assertThat(check.arrived(1)).isTrue();
        assertThat(check.missing(0, 3)).isZero();
        assertThat(check.overtaken()).isEqualTo(1);
    }

    @Test
    void a_message_that_comes_again_is_doubled() {
        arrive(0, 2, 1);

        assertThat(check.arrived(1)).isFalse();
        assertThat(check.arrived(2)).isFalse();
        assertThat(check.doubled()).isEqualTo(2);
    }

    private void arrive(long... sequences) {
        for (long sequence : sequences) {
            check.arrived(sequence);
        }
    }
}
