package dev.hubcast.frame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A client's frames as bytes, the right ones and the wrong ones. */
public final class ClientFrames {

    static final int LAST = 0x80;
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

    private ClientFrames() {}

    /** A text message in one frame. */
    public static byte[] text(String text) {
        return frame(LAST | TEXT, utf8(text));
    }

    /** A ping. */
    public static byte[] ping(String payload) {
        return frame(LAST | PING, utf8(payload));
    }

    /** A close frame. */
    public static byte[] close(int code, String reason) {
        byte[] text = utf8(reason);
        return frame(LAST | CLOSE, ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array());
    }

    /** A close frame that says nothing. */
    public static byte[] close() {
        return frame(LAST | CLOSE, new byte[0]);
    }

    static byte[] frame(int first, byte[] payload) {
        int extended = payload.length < 126 ? 0 : payload.length < 0x10000 ? 2 : 8;
        return frame(first, extended, payload.length, payload);
    }

    /** A frame that says its length in none, two or eight extra bytes, whether or not that is right. */
    static byte[] frame(int first, int extended, long length, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(2 + extended + MASK.length + payload.length);
        frame.put((byte) first);
        switch (extended) {
            case 0 -> frame.put((byte) (0x80 | length));
            case 2 -> frame.put((byte) (0x80 | 126)).putShort((short) length);
            default -> frame.put((byte) (0x80 | 127)).putLong(length);
        }
        frame.put(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i % MASK.length]));
        }
        return frame.array();
    }

    /** One after another. */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
