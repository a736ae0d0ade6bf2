package dev.hubcast.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A record as it goes out: made once, shared by every recipient. Safe for use by any number of threads; its arrays must not be changed.
 */
public final class Payload {

    private final byte[] bytes;
    private final String text;
    private final boolean sequenced;
    private volatile Framed framed;

    /** How a transport frames records that it sends together. Implementations are few, and compared by identity. */
    public interface Framing {

        /**
         * Frames records as one message.
         *
         * @param records at least one record, all text or all binary
         * @return the message's bytes
         */
        byte[] frame(List<Payload> records);
    }

    /** What was framed already, for each framing; there are as many as transports. */
    private record Framed(Framing framing, byte[] bytes, Framed others) {}

    private Payload(byte[] bytes, String text, boolean sequenced) {
        this.bytes = bytes;
        this.text = text;
        this.sequenced = sequenced;
    }

    /**
     * A text record that stateful reconnect does not count.
     *
     * @param text the record with its terminator
     * @return the payload
     */
    public static Payload ofText(String text) {
        return ofText(text, false);
    }

    /**
     * A text record.
     *
     * @param text the record with its terminator
     * @param sequenced whether stateful reconnect counts it, see {@link HubMessage#isSequenced()}
     * @return the payload
     */
    public static Payload ofText(String text, boolean sequenced) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8), text, sequenced);
    }

    /**
     * A binary record.
     *
     * @param bytes the record with its length prefix; not copied
     * @param sequenced whether stateful reconnect counts it, see {@link HubMessage#isSequenced()}
     * @return the payload
     */
    public static Payload ofBytes(byte[] bytes, boolean sequenced) {
        return new Payload(bytes, null, sequenced);
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
     * Whether stateful reconnect counts the record.
     *
     * @return whether it is sent again when a connection comes back
     */
    public boolean isSequenced() {
        return sequenced;
    }

    /**
     * Records as a transport frames them; a single one is framed once for all its recipients.
     *
     * @param records at least one record, all text or all binary
     * @param framing frames them
     * @return the message's bytes, an array that may be shared
     */
    public static byte[] framed(List<Payload> records, Framing framing) {
        return records.size() == 1 ? records.get(0).framed(framing) : framing.frame(records);
    }

    private byte[] framed(Framing framing) {
        for (Framed known = framed; known != null; known = known.others()) {
            if (known.framing() == framing) {
                return known.bytes();
            }
        }
        Framed made = new Framed(framing, framing.frame(List.of(this)), framed);
        framed = made; // of two threads the later one wins, and the other's frame is made again
        return made.bytes();
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
