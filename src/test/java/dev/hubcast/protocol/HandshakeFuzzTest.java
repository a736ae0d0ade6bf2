package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

class HandshakeFuzzTest {

    @FuzzTest(maxDuration = "10s")
    void whatever_comes_is_a_handshake_or_breaks_a_rule(byte[] bytes) {
        int end = Handshake.end(bytes, 0, bytes.length);
        if (end < 0) {
            return;
        }
        try {
            Handshake handshake = Handshake.read(bytes, 0, end);
            assertThat(handshake.protocol()).isNotNull();
            assertThat(Handshake.read(withoutWhatFollows(bytes, end), 0, end)).isEqualTo(handshake);
        } catch (ProtocolException e) {
            assertThat(e).as("what the client reads").message().isNotBlank();
        }
    }

    private static byte[] withoutWhatFollows(byte[] bytes, int end) {
        return Arrays.copyOf(bytes, end);
    }
}
