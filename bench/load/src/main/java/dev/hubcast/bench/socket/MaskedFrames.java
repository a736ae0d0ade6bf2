package dev.hubcast.bench.socket;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Client frames of RFC 6455 that leave in one write.
 */
final class MaskedFrames {

    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PONG = 0xa;
    private static final int LONGEST_HEADER = 14;

    private byte[] bytes = new byte[4096];
    private int size;
    private int random = (int) System.nanoTime() | 1;

    void text(byte[] bytes, int from, int to) {
        frame(TEXT, bytes, from, to - from);
    }

    void pong(byte[] payload) {
        frame(PONG, payload, 0, payload.length);
    }

    void close(int code) {
        frame(CLOSE, new byte[] {(byte) (code >> 8), (byte) code}, 0, 2);
    }

    /** Hands over what was added and starts anew; the buffer is valid until the next frame is added. */
    ByteBuffer drain() {
        ByteBuffer all = ByteBuffer.wrap(bytes, 0, size);
        size = 0;
        return all;
    }

    private void frame(int opcode, byte[] payload, int from, int length) {
        if (bytes.length - size < length + LONGEST_HEADER) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length + LONGEST_HEADER));
        }
        bytes[size++] = (byte) (0x80 | opcode);
        if (length < 126) {
            bytes[size++] = (byte) (0x80 | length);
        } else if (length < 1 << 16) {
            bytes[size++] = (byte) (0x80 | 126);
            bytes[size++] = (byte) (length >> 8);
            bytes[size++] = (byte) length;
        } else {
            bytes[size++] = (byte) (0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                bytes[size++] = (byte) ((long) length >> shift);
            }
        }
        int mask = nextMask();
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (mask >> shift);
        }
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) (payload[from + i] ^ mask >> 24 - 8 * (i & 3));
        }
    }

    // xorshift: the mask must differ from frame to frame so that servers do their real work; nobody has to be kept from guessing it.
    private int nextMask() {
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        return random;
    }
}
