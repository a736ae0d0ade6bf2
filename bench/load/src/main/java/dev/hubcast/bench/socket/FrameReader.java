package dev.hubcast.bench.socket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Arrays;

/**
 * Takes a server's WebSocket frames out of what one connection received.
 */
final class FrameReader {

    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int BINARY = 0x2;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xa;

    // Only while a message comes in fragments, which is rare.
    private ByteArrayOutputStream fragments;

    /** Where the frames go. */
    interface Sink {

        void message(byte[] buffer, int from, int to);

        void ping(byte[] data) throws IOException;

        void closed(byte[] data);
    }

    /**
     * Hands over every whole frame.
     *
     * @return how far it came; what follows is the beginning of a frame
     */
    int consume(byte[] buffer, int from, int end, Sink sink) throws IOException {
        int at = from;
        while (end - at >= 2) {
            if (buffer[at + 1] < 0) {
                throw new ProtocolException("a masked frame from the server");
            }
            int header = headerLength(buffer[at + 1]);
            if (end - at < header) {
                break;
            }
            long length = payloadLength(buffer, at, header);
            if (end - at - header < length) {
                break;
            }
            int payload = at + header;
            at = payload + (int) length;
            frame(buffer[payload - header], buffer, payload, at, sink);
        }
        return at;
    }

    private static int headerLength(byte length) {
        return switch (length) {
            case 126 -> 4;
            case 127 -> 10;
            default -> 2;
        };
    }

    private static long payloadLength(byte[] buffer, int at, int header) throws ProtocolException {
        if (header == 2) {
            return buffer[at + 1];
        }
        long length = 0;
        for (int i = at + 2; i < at + header; i++) {
            length = length << 8 | buffer[i] & 0xff;
        }
        if (length < 0 || length > 1 << 24) {
            throw new ProtocolException("a frame of " + length + " bytes");
        }
        return length;
    }

    private void frame(byte first, byte[] buffer, int from, int to, Sink sink) throws IOException {
        boolean last = first < 0;
        switch (first & 0x7f) {
            case TEXT, BINARY -> {
                if (last) {
                    sink.message(buffer, from, to);
                } else {
                    fragments = new ByteArrayOutputStream();
                    fragments.write(buffer, from, to - from);
                }
            }
            case CONTINUATION -> continued(last, buffer, from, to, sink);
            case PING -> sink.ping(Arrays.copyOfRange(buffer, from, to));
            case CLOSE -> sink.closed(Arrays.copyOfRange(buffer, from, to));
            case PONG -> { }
            default -> throw new ProtocolException("a frame that begins with 0x" + Integer.toHexString(first & 0xff));
        }
    }

    private void continued(boolean last, byte[] buffer, int from, int to, Sink sink) throws ProtocolException {
        if (fragments == null) {
            throw new ProtocolException("a continuation of nothing");
        }
        fragments.write(buffer, from, to - from);
        if (last) {
            byte[] whole = fragments.toByteArray();
            fragments = null;
            sink.message(whole, 0, whole.length);
        }
    }
}
