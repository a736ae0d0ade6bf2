package dev.hubcast.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * A record as it goes out: made once, shared by every recipient. Safe for use by any number of threads; its arrays must not be changed.
 */
public final class Payload {

    private final byte[] bytes;
    private final String text;
    private volatile byte[] frame;

    private Payload(byte[] bytes, String text) {
        this.bytes = bytes;
        this.text = text;
    }

    /**
     * A text record.
     *
     * @param text the record with its terminator
     * @return the payload
     */
    public static Payload ofText(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8), text);
    }

    /**
     * A binary record.
     *
     * @param bytes the record with its length prefix; not copied
     * @return the payload
     */
    public static Payload ofBytes(byte[] bytes) {
        return new Payload(bytes, null);
    }

    /**
     * The record's size.
     *
     * @return bytes
     */
    public int size() {
        return bytes.length;
    }

    /**
     * Whether this is text.
     *
     * @return whether {@link #text()} answers
     */
    public boolean isText() {
        return text != null;
    }

    /**
     * The record as text.
     *
     * @return the text, null for a binary record
     */
    public String text() {
        return text;
    }

    /**
     * The record as bytes.
     *
     * @return the shared array
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * The record as a transport frames it, made once.
     *
     * @param framing makes the frame; the same one for every caller
     * @return the shared array
     */
    public byte[] framed(Function<Payload, byte[]> framing) {
        byte[] made = frame;
        if (made == null) {
            made = framing.apply(this);
            frame = made;
        }
        return made;
    }

    /**
     * Puts several records into one message; the protocol allows any number.
     *
     * @param records text records, at least one
     * @return their text
     */
    public static String joinText(List<Payload> records) {
        if (records.size() == 1) {
            return records.get(0).text;
        }
        StringBuilder all = new StringBuilder(records.stream().mapToInt(record -> record.text.length()).sum());
        records.forEach(record -> all.append(record.text));
        return all.toString();
    }

    /**
     * Puts several records into one message.
     *
     * @param records records, at least one
     * @return their bytes
     */
    public static byte[] joinBytes(List<Payload> records) {
        if (records.size() == 1) {
            return records.get(0).bytes;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(records.stream().mapToInt(Payload::size).sum());
        records.forEach(record -> all.writeBytes(record.bytes));
        return all.toByteArray();
    }
}
