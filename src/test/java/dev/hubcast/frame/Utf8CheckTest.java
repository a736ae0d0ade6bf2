package dev.hubcast.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Must accept what the JDK's decoder accepts, and refuse as early as can be. */
class Utf8CheckTest {

    private static final int TEXTS = 20_000;
    /** Bytes at the edges of the ranges that RFC 3629 knows. */
    private static final int[] EDGES = {0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed,
        0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf7, 0xf8, 0xff};

    private static void assertLikeTheJdk(byte[] bytes) {
        Utf8Check check = new Utf8Check();
        boolean accepted = check.accepts(bytes, 0, bytes.length);
        String text = HexFormat.of().formatHex(bytes);

        assertThat(accepted).as(text).isEqualTo(Utf8Oracle.mayBecomeText(bytes));
        assertThat(accepted && check.isComplete()).as(text).isEqualTo(Utf8Oracle.isText(bytes));
    }

    @Test
    void three_bytes_at_the_edges_are_judged_as_the_jdk_judges_them() {
        for (int first : EDGES) {
            for (int second : EDGES) {
                assertLikeTheJdk(ClientFrames.bytes(first, second));
                for (int third : EDGES) {
                    assertLikeTheJdk(ClientFrames.bytes(first, second, third));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void random_bytes_are_judged_as_the_jdk_judges_them(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            byte[] bytes = new byte[random.nextInt(7)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                for (int at = 0; at < bytes.length; at++) {
                    bytes[at] = (byte) EDGES[random.nextInt(EDGES.length)];
                }
            }
            assertLikeTheJdk(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void text_with_a_changed_byte_is_judged_as_the_jdk_judges_it_part_by_part(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < TEXTS; i++) {
            byte[] bytes = ClientFrames.utf8(RandomFrames.text(random, 8));
            if (bytes.length > 0 && random.nextInt(3) > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Utf8Check check = new Utf8Check();
            boolean accepted = true;
            for (int from = 0, to; accepted && from < bytes.length; from = to) {
                to = Math.min(bytes.length, from + 1 + random.nextInt(4));
                accepted = check.accepts(bytes, from, to);
                assertThat(accepted).isEqualTo(Utf8Oracle.mayBecomeText(Arrays.copyOf(bytes, to)));
            }
            assertThat(accepted && check.isComplete()).isEqualTo(Utf8Oracle.isText(bytes));
            refused += accepted ? 0 : 1;
        }
        assertThat(refused).isBetween(TEXTS / 5, TEXTS * 4 / 5);
    }
}
