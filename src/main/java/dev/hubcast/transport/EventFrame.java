package dev.hubcast.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes events of a stream (HTML Living Standard, section 9.2.5 "Parsing an event stream"). For use by one thread. */
public final class EventFrame {

    /** A line that clients skip, and by which they and proxies see that the stream is open. */
    static final byte[] COMMENT = ":\r\n".getBytes(US_ASCII);

    private static final byte[] DATA = "data: ".getBytes(US_ASCII);
    private static final byte[] LINE_END = "\r\n".getBytes(US_ASCII);

    private final ByteArrayOutputStream out;

    /**
     * Nothing yet.
     *
     * @param size how many bytes to expect
     */
    public EventFrame(int size) {
        this.out = new ByteArrayOutputStream(size);
    }

    /**
     * Writes a field.
     *
     * @param name {@code id}, {@code event} or {@code retry}
     * @param value its value, ASCII without line ends
     * @return this
     */
    public EventFrame field(String name, String value) {
        out.writeBytes((name + ": " + value + "\r\n").getBytes(US_ASCII));
        return this;
    }

    /**
     * Writes the event's data, over as many lines as it has; the client gets {@code \n} for each end of a line.
     *
     * @param pieces UTF-8, one behind the other
     * @return this
     */
    public EventFrame data(List<byte[]> pieces) {
        out.writeBytes(DATA);
        pieces.forEach(this::lines);
        out.writeBytes(LINE_END);
        return this;
    }

    private void lines(byte[] text) {
        int from = 0;
        for (int at = 0; at < text.length; at++) {
            if (text[at] == '\n' || text[at] == '\r') {
                out.write(text, from, at - from);
                out.writeBytes(LINE_END);
                out.writeBytes(DATA);
                if (text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n') {
                    at++;
                }
                from = at + 1;
            }
        }
        out.write(text, from, text.length - from);
    }

    /**
     * Ends the event; another may follow.
     *
     * @return this
     */
    public EventFrame end() {
        out.writeBytes(LINE_END);
        return this;
    }

    /**
     * How much is written.
     *
     * @return bytes
     */
    public int size() {
        return out.size();
    }

    /**
     * What is written.
     *
     * @return a new array
     */
    public byte[] bytes() {
        return out.toByteArray();
    }
}
