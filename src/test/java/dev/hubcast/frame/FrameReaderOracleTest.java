package dev.hubcast.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader must read what a simple decoder of whole messages reads, however the stream is cut. */
class FrameReaderOracleTest {

    private static final int STREAMS = 3_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void good_streams_read_as_the_oracle_reads_them(long seed) {
        RandomFrames random = new RandomFrames(seed);
        for (int i = 0; i < STREAMS; i++) {
            byte[] stream = random.stream();
            FrameOracle oracle = new FrameOracle(stream);
            assertThat(oracle.failure()).isZero();

            assertReadsAs(oracle, stream, random);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6, 7})
    void changed_streams_break_the_rule_that_they_break_for_the_oracle(long seed) {
        RandomFrames random = new RandomFrames(seed);
        int protocol = 0;
        int text = 0;
        for (int i = 0; i < STREAMS; i++) {
            byte[] stream = random.mutated(random.stream());
            FrameOracle oracle = new FrameOracle(stream);
            assertReadsAs(oracle, stream, random);
            protocol += oracle.failure() == 1002 ? 1 : 0;
            text += oracle.failure() == 1007 ? 1 : 0;
        }
        assertThat(protocol).as("streams that broke the protocol").isBetween(STREAMS / 10, STREAMS * 8 / 10);
        assertThat(text).as("streams with text that is not UTF-8").isBetween(STREAMS / 50, STREAMS / 2);
    }

    private static void assertReadsAs(FrameOracle oracle, byte[] stream, RandomFrames random) {
        String bytes = HexFormat.of().formatHex(stream);
        for (NotedFrames noted : new NotedFrames[] {NotedFrames.of(stream), NotedFrames.inParts(stream, random::partSize)}) {
            assertThat(noted.failure()).as(bytes).isEqualTo(oracle.failure());
            assertThat(noted.story()).as(bytes).startsWith(oracle.story());
            assertThat(oracle.story() + oracle.tail()).as(bytes).startsWith(noted.story());
        }
    }
}
