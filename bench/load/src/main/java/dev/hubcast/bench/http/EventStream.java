package dev.hubcast.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Takes the data of Server-Sent Events out of a stream's content.
 */
public final class EventStream {

    private static final byte[] DATA = "data:".getBytes(US_ASCII);

    private EventStream() {
    }

    /** Who gets the events. */
    public interface Sink {

        /**
         * An event that has data.
         *
         * @param buffer where the data lies, valid during the call
         * @param from where it begins
         * @param to where it ends
         */
        void event(byte[] buffer, int from, int to);
    }

    /**
     * Hands over the data of every whole event.
     *
     * @param buffer where the content lies
     * @param from where an event begins
     * @param end where the content ends
     * @param sink who gets them
     * @return how far it came; what follows is the beginning of an event
     */
    public static int consume(byte[] buffer, int from, int end, Sink sink) {
        int event = from;
        int line = from;
        int data = -1;
        int dataEnd = -1;
        ByteArrayOutputStream joined = null;
        for (int at = from; at < end; at++) {
            if (buffer[at] != '\n') {
                continue;
            }
            int lineEnd = at > line && buffer[at - 1] == '\r' ? at - 1 : at;
            int value = dataIn(buffer, line, lineEnd);
            if (lineEnd == line) {
                dispatch(buffer, data, dataEnd, joined, sink);
                event = at + 1;
                data = -1;
                joined = null;
            } else if (value >= 0 && data < 0) {
                data = value;
                dataEnd = lineEnd;
            } else if (value >= 0) {
                joined = joined == null ? copy(buffer, data, dataEnd) : joined;
                joined.write('\n');
                joined.write(buffer, value, lineEnd - value);
            }
            line = at + 1;
        }
        return event;
    }

    private static void dispatch(byte[] buffer, int data, int dataEnd, ByteArrayOutputStream joined, Sink sink) {
        if (joined != null) {
            sink.event(joined.toByteArray(), 0, joined.size());
        } else if (data >= 0) {
            sink.event(buffer, data, dataEnd);
        }
    }

    // Comments and other fields say nothing to a client of a hub.
    private static int dataIn(byte[] buffer, int line, int lineEnd) {
        if (lineEnd - line < DATA.length || !Arrays.equals(buffer, line, line + DATA.length, DATA, 0, DATA.length)) {
            return -1;
        }
        int value = line + DATA.length;
        return value < lineEnd && buffer[value] == ' ' ? value + 1 : value;
    }

    private static ByteArrayOutputStream copy(byte[] buffer, int from, int to) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        copy.write(buffer, from, to - from);
        return copy;
    }
}
