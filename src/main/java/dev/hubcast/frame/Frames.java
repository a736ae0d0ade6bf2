package dev.hubcast.frame;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a server's frames: whole, unmasked, each in an array of exactly its length. */
public final class Frames {

    private static final int TEXT = 0x81;
    private static final int BINARY = 0x82;
    private static final int CLOSE = 0x88;
    private static final int PONG = 0x8a;

    private Frames() {}

    /**
     * A data frame.
     *
     * @param text whether it is text
     * @param parts its payload, put together
     * @return the frame
     */
    public static byte[] data(boolean text, List<byte[]> parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] frame = begin(text ? TEXT : BINARY, length);
        int at = frame.length - length;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, frame, at, part.length);
            at += part.length;
        }
        return frame;
    }

    /**
     * The answer to a ping.
     *
     * @param payload the ping's
     * @return the frame
     */
    public static byte[] pong(byte[] payload) {
        byte[] frame = begin(PONG, payload.length);
        System.arraycopy(payload, 0, frame, 2, payload.length);
        return frame;
    }

    /**
     * A close frame.
     *
     * @param code the code; {@link CloseStatus#NO_STATUS} for an empty frame
     * @param reason the reason, at most 123 bytes in UTF-8
     * @return the frame
     */
    public static byte[] close(int code, String reason) {
        if (code == CloseStatus.NO_STATUS) {
            return begin(CLOSE, 0);
        }
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        byte[] frame = begin(CLOSE, 2 + text.length);
        frame[2] = (byte) (code >> 8);
        frame[3] = (byte) code;
        System.arraycopy(text, 0, frame, 4, text.length);
        return frame;
    }

    private static byte[] begin(int first, int length) {
        int extended = length < 126 ? 0 : length < 0x10000 ? 2 : 8;
        byte[] frame = new byte[2 + extended + length];
        frame[0] = (byte) first;
        frame[1] = (byte) (extended == 0 ? length : extended == 2 ? 126 : 127);
        for (int i = 0; i < extended; i++) {
            frame[2 + i] = (byte) ((long) length >> 8 * (extended - 1 - i));
        }
        return frame;
    }
}
