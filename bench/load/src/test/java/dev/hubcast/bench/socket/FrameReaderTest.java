package dev.hubcast.bench.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    private final List<String> seen = new ArrayList<>();
    private final FrameReader reader = new FrameReader();
    private final FrameReader.Sink sink = new FrameReader.Sink() {

        @Override
        public void message(byte[] buffer, int from, int to) {
            seen.add(new String(buffer, from, to - from, US_ASCII));
        }

        @Override
        public void ping(byte[] data) {
            seen.add("ping " + new String(data, US_ASCII));
        }

        @Override
        public void closed(byte[] data) {
            seen.add("closed " + data.length);
        }
    };

    @Test
    void frames_are_found_wherever_a_read_ends() throws IOException {
        String medium = "m".repeat(200);
        String large = "l".repeat(70_000);
        byte[] all = bytes(frame(0x81, "one"), frame(0x89, "p"), frame(0x81, medium), frame(0x01, "fr"), frame(0x80, "agment"),
                frame(0x81, large), frame(0x88, "\u0003\u0068"));

        for (int cut = 0; cut <= all.length; cut += cut < 300 ? 1 : 977) {
            seen.clear();
            int used = reader.consume(all, 0, cut, sink);
            used = reader.consume(all, used, all.length, sink);

            assertThat(used).isEqualTo(all.length);
            assertThat(seen).containsExactly("one", "ping p", medium, "fragment", large, "closed 2");
        }
    }

    @Test
    void a_masked_frame_is_refused() {
        byte[] masked = {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, 'x'};

        assertThatThrownBy(() -> reader.consume(masked, 0, masked.length, sink)).hasMessageContaining("masked");
    }

    @Test
    void a_frame_with_an_extension_bit_is_refused() {
        byte[] compressed = frame(0xc1, "x");

        assertThatThrownBy(() -> reader.consume(compressed, 0, compressed.length, sink)).hasMessageContaining("0xc1");
    }

    private static byte[] frame(int first, String text) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        int length = text.length();
        frame.write(first);
        if (length < 126) {
            frame.write(length);
        } else if (length < 1 << 16) {
            frame.writeBytes(new byte[] {126, (byte) (length >> 8), (byte) length});
        } else {
            frame.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) length >> shift));
            }
        }
        frame.writeBytes(text.getBytes(US_ASCII));
        return frame.toByteArray();
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
