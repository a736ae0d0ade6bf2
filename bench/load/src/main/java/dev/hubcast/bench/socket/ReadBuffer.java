package dev.hubcast.bench.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/**
 * The one buffer that all connections read into, one after the other.
 */
final class ReadBuffer {

    private final ByteBuffer direct = ByteBuffer.allocateDirect(128 * 1024);
    private byte[] bytes = new byte[256 * 1024];

    /**
     * Reads once.
     *
     * @param kept what the connection could not use the last time
     * @return how many bytes there are, what was kept first; -1 at the end of the stream
     */
    int fill(SocketChannel channel, byte[] kept) throws IOException {
        direct.clear();
        int read = channel.read(direct);
        if (read < 0) {
            return -1;
        }
        int end = kept.length + read;
        if (end > bytes.length) {
            bytes = new byte[2 * end];
        }
        System.arraycopy(kept, 0, bytes, 0, kept.length);
        direct.flip().get(bytes, kept.length, read);
        return end;
    }

    byte[] bytes() {
        return bytes;
    }

    byte[] rest(int from, int end) {
        return Arrays.copyOfRange(bytes, from, end);
    }
}
