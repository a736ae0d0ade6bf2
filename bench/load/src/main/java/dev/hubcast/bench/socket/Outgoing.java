package dev.hubcast.bench.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * Keeps what a socket does not take at once.
 */
final class Outgoing {

    private ByteBuffer unsent;

    /** Writes as much as the socket takes; the rest goes when it is writable again. */
    void write(SocketChannel channel, SelectionKey key, ByteBuffer bytes) throws IOException {
        if (unsent == null) {
            channel.write(bytes);
        }
        if (bytes.hasRemaining()) {
            keep(bytes);
            key.interestOpsOr(SelectionKey.OP_WRITE);
        }
    }

    void writeRest(SocketChannel channel, SelectionKey key) throws IOException {
        channel.write(unsent);
        if (!unsent.hasRemaining()) {
            unsent = null;
            key.interestOpsAnd(~SelectionKey.OP_WRITE);
        }
    }

    private void keep(ByteBuffer bytes) {
        int before = unsent == null ? 0 : unsent.remaining();
        ByteBuffer all = ByteBuffer.allocate(before + bytes.remaining());
        if (unsent != null) {
            all.put(unsent);
        }
        unsent = all.put(bytes).flip();
    }
}
