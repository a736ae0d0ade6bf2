package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One WebSocket frame (RFC 6455, section 5.2), as right or wrong as a test wants it.
 *
 * @param fin whether a message ends here
 * @param rsv the three reserved bits, 0 to 7
 * @param opcode 0 to 15
 * @param masked whether the payload is masked on the wire, as a client's must be
 * @param payload the payload, unmasked
 */
public record Frame(boolean fin, int rsv, int opcode, boolean masked, byte[] payload) {

    public static final int CONTINUATION = 0x0;
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    public static final int PONG = 0xA;
    private static final int MOST_SHOWN = 200;

    /**
     * A masked frame that ends its message.
     *
     * @param opcode what it is
     * @param payload its payload
     * @return the frame
     */
    public static Frame of(int opcode, byte[] payload) {
        return new Frame(true, 0, opcode, true, payload);
    }

    /**
     * A text frame.
     *
     * @param text its payload
     * @return the frame
     */
    public static Frame text(String text) {
        return of(TEXT, text.getBytes(UTF_8));
    }

    /**
     * A close frame.
     *
     * @param code any two bytes
     * @param reason the reason, may be empty
     * @return the frame
     */
    public static Frame close(int code, String reason) {
        byte[] utf8 = reason.getBytes(UTF_8);
        return of(CLOSE, ByteBuffer.allocate(2 + utf8.length).putShort((short) code).put(utf8).array());
    }

    /**
     * The same frame, in the middle of a message.
     *
     * @return the frame without FIN
     */
    public Frame unfinished() {
        return new Frame(false, rsv, opcode, masked, payload);
    }

    /**
     * The same frame, as only a server may send it.
     *
     * @return the frame without mask
     */
    public Frame unmasked() {
        return new Frame(fin, rsv, opcode, false, payload);
    }

    /**
     * The same frame with reserved bits.
     *
     * @param bits 0 to 7
     * @return the frame
     */
    public Frame reserved(int bits) {
        return new Frame(fin, bits, opcode, masked, payload);
    }

    /**
     * The frame on the wire.
     *
     * @return its bytes
     */
    public byte[] bytes() {
        return declaring(payload.length);
    }

    /**
     * The frame on the wire, with a length that may be a lie.
     *
     * @param length the declared length of the payload
     * @return the bytes, with the payload as it is
     */
    public byte[] declaring(long length) {
        return declaring(length, length >= 0 && length < 126 ? 0 : length >= 0 && length <= 0xFFFF ? 2 : 8);
    }

    /**
     * The frame on the wire, with a length that may be a lie or longer than it needs to be.
     *
     * @param length the declared length of the payload
     * @param lengthBytes in how many extra bytes it is declared: 0, 2 or 8
     * @return the bytes, with the payload as it is
     */
    public byte[] declaring(long length, int lengthBytes) {
        ByteBuffer bytes = ByteBuffer.allocate(14 + payload.length);
        int mask = masked ? 0x80 : 0;
        bytes.put((byte) ((fin ? 0x80 : 0) | rsv << 4 | opcode));
        switch (lengthBytes) {
            case 0 -> bytes.put((byte) (mask | length));
            case 2 -> bytes.put((byte) (mask | 126)).putShort((short) length);
            default -> bytes.put((byte) (mask | 127)).putLong(length);
        }
        byte[] key = new byte[4];
        if (masked) {
            ThreadLocalRandom.current().nextBytes(key);
            bytes.put(key);
        }
        bytes.put(xor(payload, key));
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /**
     * The payload as text.
     *
     * @return the text
     */
    public String text() {
        return new String(payload, UTF_8);
    }

    /**
     * The code of a close frame.
     *
     * @return the code, 1005 if the frame has none
     */
    public int closeCode() {
        return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
    }

    static Frame read(Wire wire, Deadline deadline) throws IOException {
        byte[] start = wire.peek(2, deadline);
        boolean masked = (start[1] & 0x80) != 0;
        int shortLength = start[1] & 0x7F;
        int lengthBytes = shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
        ByteBuffer head = ByteBuffer.wrap(wire.peek(2 + lengthBytes, deadline)).position(2);
        long length = lengthBytes == 8 ? head.getLong() : lengthBytes == 2 ? head.getShort() & 0xFFFF : shortLength;
        int payloadAt = 2 + lengthBytes + (masked ? 4 : 0);
        byte[] whole = wire.take(Math.addExact(payloadAt, Math.toIntExact(length)), deadline);
        byte[] key = masked ? Arrays.copyOfRange(whole, payloadAt - 4, payloadAt) : new byte[4];
        byte[] payload = xor(Arrays.copyOfRange(whole, payloadAt, whole.length), key);
        return new Frame((start[0] & 0x80) != 0, start[0] >> 4 & 7, start[0] & 15, masked, payload);
    }

    @Override
    public String toString() {
        String shown = opcode == CLOSE ? closeCode() + " " + (payload.length < 2 ? "" : text().substring(2)) : text();
        return "frame " + opcode + (fin ? "" : ", not final") + ", " + payload.length + " bytes: "
                + shown.substring(0, Math.min(shown.length(), MOST_SHOWN));
    }

    private static byte[] xor(byte[] bytes, byte[] key) {
        byte[] result = bytes.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] ^= key[i & 3];
        }
        return result;
    }
}
