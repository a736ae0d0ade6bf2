package dev.hubcast.connection;

import dev.hubcast.protocol.ProtocolException;
import java.util.Arrays;

/**
 * Cuts a client's bytes into records. A message may hold several records, a record may come in several messages; what is incomplete is
 * kept, up to the greatest size that a record may have. Used by one thread at a time.
 */
final class RecordReader {

    private final int maximumSize;
    private byte[] kept = new byte[0];
    private int length;

    /** Finds and takes records. */
    interface Records {

        /**
         * The index after the first record, which may lie behind what was received; -1 if there is no telling yet. What lies before
         * {@code seen} was looked at already.
         */
        int end(byte[] bytes, int from, int seen, int to);

        /** Takes one record. Answers whether to go on with the next. */
        boolean take(byte[] bytes, int from, int end);
    }

    RecordReader(int maximumSize) {
        this.maximumSize = maximumSize;
    }

    /** Reads on; throws {@link ProtocolException} where a record is too large. */
    void read(byte[] bytes, int from, int to, Records records) {
        if (length == 0) {
            keep(bytes, cut(bytes, from, from, to, records), to);
            return;
        }
        int seen = length;
        append(bytes, from, to);
        drop(cut(kept, 0, seen, length, records));
    }

    /** Answers where the first incomplete record begins. */
    private int cut(byte[] bytes, int from, int seen, int to, Records records) {
        int at = from;
        while (at < to) {
            int end = records.end(bytes, at, Math.max(at, seen), to);
            requireSize((end < 0 ? to : end) - at);
            if (end < 0 || end > to) {
                return at;
            }
            if (!records.take(bytes, at, end)) {
                return to;
            }
            at = end;
        }
        return to;
    }

    private void keep(byte[] bytes, int from, int to) {
        kept = from == to ? kept : Arrays.copyOfRange(bytes, from, to);
        length = to - from;
    }

    private void append(byte[] bytes, int from, int to) {
        int needed = length + to - from;
        if (needed > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(needed, Math.min(2 * kept.length, maximumSize)));
        }
        System.arraycopy(bytes, from, kept, length, to - from);
        length = needed;
    }

    private void drop(int taken) {
        if (taken == length) {
            kept = new byte[0];
        } else if (taken > 0) {
            System.arraycopy(kept, taken, kept, 0, length - taken);
        }
        length -= taken;
    }

    private void requireSize(int size) {
        if (size > maximumSize) {
            throw new MessageTooBigException(maximumSize);
        }
    }
}
