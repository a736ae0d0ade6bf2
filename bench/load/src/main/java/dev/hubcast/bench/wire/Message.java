package dev.hubcast.bench.wire;

import java.nio.charset.StandardCharsets;

/**
 * A text message whose payload is stamped anew each time it is sent.
 *
 * <p>One array is reused for all sends, so that the client's own cost stays small beside the server's.
 */
public final class Message {

    static final String ID = "000000000000";

    private final byte[] bytes;
    private final int payload;
    private final int id;

    private Message(byte[] bytes, int payload, int id) {
        this.bytes = bytes;
        this.payload = payload;
        this.id = id;
    }

    static Message of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        // The id stands before the payload on every wire, and the payload is found by its mark.
        int payload = Payload.find(bytes, 0, bytes.length);
        int id = text.indexOf(ID);
        return new Message(bytes, payload, id >= 0 && id < payload ? id : -1);
    }

    /**
     * Fills in who sends the message, which one it is, and when.
     *
     * @param origin the number of the sending connection
     * @param sequence the message's number on that connection
     * @param sent nanoseconds on the load tool's clock
     * @return the whole message, valid until the next call
     */
    public byte[] stamped(int origin, long sequence, long sent) {
        Payload.stamp(bytes, payload, origin, sequence, sent);
        if (id >= 0) {
            Payload.digits(bytes, id, ID.length(), sequence);
        }
        return bytes;
    }
}
