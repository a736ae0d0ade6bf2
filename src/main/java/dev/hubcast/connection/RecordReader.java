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

        /** The index after the first record, -1 if it is not complete. */
        int end(byte[] bytes, int from, int to);

        /** Takes one record. Answers whether to go on with the next. */
        boolean take(byte[] bytes, int from, int end);
    }

    RecordReader(int maximumSize) {
        this.maximumSize = maximumSize;
    }

    /** Reads on; throws {@link ProtocolException} where a record is too large. */
    void read(byte[] bytes, int from, int to, Records records) {
        if (length == 0) {
            keep(bytes, cut(bytes, from, to, records), to);
            return;
        }
        append(bytes, from, to);
        int rest = cut(kept, 0, length, records);
        System.arraycopy(kept, rest, kept, 0, length - rest);
        length -= rest;
        forgetIfEmpty();
    }

    /** Answers where the first incomplete record begins. */
    private int cut(byte[] bytes, int from, int to, Records records) {
        int at = from;
        while (at < to) {
            int end = records.end(bytes, at, to);
            requireSize((end < 0 ? to : end) - at);
            if (end < 0) {
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

    private void forgetIfEmpty() {
        if (length == 0) {
            kept = new byte[0];
        }
    }

    private void requireSize(int size) {
        if (size > maximumSize) {
            throw new MessageTooBigException(maximumSize);
        }
    }
}
