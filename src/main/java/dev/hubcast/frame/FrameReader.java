package dev.hubcast.frame;

import java.util.Arrays;

/**
 * Reads a client's frames (RFC 6455, section 5) as bytes arrive, without gathering them: the payload of data frames is unmasked in place
 * and moved together, so that all that one read brought is handed on in one piece. Used by one thread at a time.
 *
 * <p>Held to: reserved bits and opcodes, masks, lengths in their shortest form and within 2 GiB, control frames whole and short, fragments
 * in order, text in UTF-8 across fragments, nothing after a close frame.
 */
public final class FrameReader {

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private static final int LONGEST_CONTROL = 125;
    /** What a client can hold in one piece. A frame is not gathered, so its length alone costs nothing; but a longer one is a lie. */
    private static final long LONGEST_DATA = Integer.MAX_VALUE;
    /** First two bytes, eight of an extended length, four of the mask. */
    private static final int LONGEST_HEADER = 14;

    private final Sink sink;
    private final byte[] header = new byte[LONGEST_HEADER];
    private final byte[] control = new byte[LONGEST_CONTROL];
    private int headerLength;
    private int headerNeeded = 2;
    private int opcode;
    private boolean last;
    private long left;
    private int maskAt;
    private int controlLength;
    private boolean inMessage;
    private boolean textMessage;
    private Utf8Check utf8;
    private boolean closed;

    /** Takes what frames carry. */
    public interface Sink {

        /**
         * Payload of data frames, which belong to one message or to several that follow each other.
         *
         * @param bytes the caller's array
         * @param from where the payload begins
         * @param to where it ends
         */
        void data(byte[] bytes, int from, int to);

        /**
         * A ping, to be answered with a pong of the same payload.
         *
         * @param payload a copy
         */
        void ping(byte[] payload);

        /**
         * A close frame, the last frame.
         *
         * @param status what it says
         */
        void closed(CloseStatus status);
    }

    /**
     * A reader.
     *
     * @param sink takes what frames carry
     */
    public FrameReader(Sink sink) {
        this.sink = sink;
    }

    /**
     * Reads on.
     *
     * @param bytes what arrived; payload is unmasked and moved within it
     * @param from where it begins
     * @param to where it ends
     * @throws FrameException if it breaks a rule; what came before it has been handed on, and nothing may be read any more
     */
    public void read(byte[] bytes, int from, int to) {
        int at = from;
        int dataEnd = from;
        try {
            while (at < to && !closed) {
                if (headerLength < headerNeeded) {
                    header[headerLength++] = bytes[at++];
                    headerGrown();
                    if (headerLength < headerNeeded || left > 0) {
                        continue;
                    }
                }
                int length = (int) Math.min(left, to - at);
                if (opcode >= CLOSE) {
                    unmask(bytes, at, control, controlLength, length);
                    controlLength += length;
                } else {
                    unmask(bytes, at, bytes, dataEnd, length);
                    check(bytes, dataEnd, dataEnd + length);
                    dataEnd += length;
                }
                at += length;
                left -= length;
                if (left == 0) {
                    if (opcode >= CLOSE && dataEnd > from) {
                        sink.data(bytes, from, dataEnd); // in the order in which it came
                        dataEnd = from;
                    }
                    frameEnded();
                }
            }
        } finally {
            if (dataEnd > from) {
                sink.data(bytes, from, dataEnd);
            }
        }
    }

    private void headerGrown() {
        if (headerLength == 2) {
            first(header[0] & 0xff, header[1] & 0xff);
        }
        if (headerLength == headerNeeded) {
            left = length();
            maskAt = 0;
        }
    }

    private void first(int bits, int lengthBits) {
        last = (bits & 0x80) != 0;
        opcode = bits & 0x0f;
        int length = lengthBits & 0x7f;
        if ((bits & 0x70) != 0) {
            throw FrameException.protocol("Reserved bits are set, but no extension was agreed on.");
        }
        if ((lengthBits & 0x80) == 0) {
            throw FrameException.protocol("A client's frames are masked.");
        }
        if (opcode >= CLOSE) {
            firstOfControl(length);
        } else {
            firstOfData();
        }
        headerNeeded = 2 + (length == 126 ? 2 : length == 127 ? 8 : 0) + 4;
    }

    private void firstOfControl(int length) {
        if (opcode > PONG) {
            throw FrameException.protocol("Opcode " + opcode + " is reserved.");
        }
        if (!last || length > LONGEST_CONTROL) {
            throw FrameException.protocol("Control frames come in one piece of at most 125 bytes.");
        }
    }

    private void firstOfData() {
        if (opcode > BINARY) {
            throw FrameException.protocol("Opcode " + opcode + " is reserved.");
        }
        if ((opcode == CONTINUATION) != inMessage) {
            throw FrameException.protocol(inMessage ? "A message begins within another." : "A continuation continues nothing.");
        }
        if (opcode != CONTINUATION) {
            textMessage = opcode == TEXT;
            utf8 = textMessage ? new Utf8Check() : null;
        }
        inMessage = true;
    }

    /** Lengths come in their shortest form (section 5.2). */
    private long length() {
        int bytes = headerNeeded - 6;
        if (bytes == 0) {
            return header[1] & 0x7f;
        }
        long length = 0;
        for (int i = 2; i < 2 + bytes; i++) {
            length = length << 8 | header[i] & 0xff;
        }
        if (length < 0 || length < (bytes == 2 ? 126 : 0x10000)) {
            throw FrameException.protocol("The length of a frame is not in its shortest form.");
        }
        if (length > LONGEST_DATA) {
            throw new FrameException(CloseStatus.TOO_BIG, "A frame is longer than 2 GiB.");
        }
        return length;
    }

    private void unmask(byte[] bytes, int from, byte[] into, int to, int length) {
        int mask = headerNeeded - 4;
        for (int i = 0; i < length; i++) {
            into[to + i] = (byte) (bytes[from + i] ^ header[mask + (maskAt + i & 3)]);
        }
        maskAt = maskAt + length & 3;
    }

    private void check(byte[] bytes, int from, int to) {
        if (textMessage && !utf8.accepts(bytes, from, to)) {
            throw new FrameException(CloseStatus.NOT_UTF8, "A text message is not UTF-8.");
        }
    }

    private void frameEnded() {
        headerLength = 0;
        headerNeeded = 2;
        if (opcode < CLOSE) {
            messageEndedIfLast();
            return;
        }
        int length = controlLength;
        controlLength = 0;
        if (opcode == PING) {
            sink.ping(Arrays.copyOf(control, length));
        } else if (opcode == CLOSE) {
            closed = true;
            sink.closed(CloseStatus.read(control, length));
        }
    }

    private void messageEndedIfLast() {
        if (!last) {
            return;
        }
        inMessage = false;
        if (textMessage && !utf8.isComplete()) {
            throw new FrameException(CloseStatus.NOT_UTF8, "A text message ends in the middle of a character.");
        }
    }
}
