package dev.hubcast.showcase.streams;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckSumTest {

    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final CheckSum sum = new CheckSum();

    @Test
    void every_piece_is_told_with_the_sum_of_all_that_came() {
        sum.add("ab".getBytes(US_ASCII));

        assertThat(sum.add("c".getBytes(US_ASCII))).isEqualTo(new Received(3, OF_ABC));
    }

    @Test
    void nothing_has_a_sum_too() {
        assertThat(sum.add(new byte[0])).isEqualTo(new Received(0, OF_NOTHING));
    }
}
