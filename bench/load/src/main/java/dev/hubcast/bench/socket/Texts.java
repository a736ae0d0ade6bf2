package dev.hubcast.bench.socket;

import java.util.Arrays;

/**
 * Texts that one connection sends together.
 */
public final class Texts {

    private byte[] bytes = new byte[4096];
    private int[] ends = new int[64];
    private int count;

    /**
     * Adds a text.
     *
     * @param text the text in UTF-8, copied
     * @param length how much of it
     */
    public void add(byte[] text, int length) {
        int size = size();
        if (bytes.length - size < length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        System.arraycopy(text, 0, bytes, size, length);
        ends[count++] = size + length;
    }

    boolean isEmpty() {
        return count == 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int count() {
        return count;
    }

    /** Where a text begins, or where the one before it ends. */
    int startOf(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    int size() {
        return startOf(count);
    }

    void clear() {
        count = 0;
    }
}
