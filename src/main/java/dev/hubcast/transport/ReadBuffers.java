package dev.hubcast.transport;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Buffers to read into: as many as sockets are being read at a time, rather than one for each connection. */
final class ReadBuffers {

    private static final int SIZE = 16 * 1024;
    private static final int MOST_KEPT = 64;

    private final Queue<byte[]> free = new ConcurrentLinkedQueue<>();
    private final AtomicInteger kept = new AtomicInteger();

    byte[] take() {
        byte[] buffer = free.poll();
        if (buffer == null) {
            return new byte[SIZE];
        }
        kept.decrementAndGet();
        return buffer;
    }

    void giveBack(byte[] buffer) {
        if (kept.incrementAndGet() <= MOST_KEPT) {
            free.add(buffer);
        } else {
            kept.decrementAndGet();
        }
    }
}
