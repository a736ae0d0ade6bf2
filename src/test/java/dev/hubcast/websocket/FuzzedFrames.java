package dev.hubcast.websocket;

import static dev.hubcast.itest.Frame.BINARY;
import static dev.hubcast.itest.Frame.CLOSE;
import static dev.hubcast.itest.Frame.CONTINUATION;
import static dev.hubcast.itest.Frame.PING;
import static dev.hubcast.itest.Frame.PONG;
import static dev.hubcast.itest.Frame.TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What a client says after its handshake, first as it should be, then changed here and there; the same for the same seed. */
final class FuzzedFrames {

    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;
    private static final long[] LIES = {0, 1, 125, 126, 127, 65_535, 65_536, Integer.MAX_VALUE, 1L << 31, Long.MAX_VALUE, Long.MIN_VALUE, -1};

    private final Random random;

    FuzzedFrames(long seed) {
        random = new Random(seed);
    }

    /** What is to be written at a time. */
    List<byte[]> pieces() {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            message(frames);
        }
        if (random.nextInt(3) == 0) {
            frames.add(frame(LAST | CLOSE, close()));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            change(frames);
        }
        return cut(frames);
    }

    /** A message of records, whole or in fragments, with control frames in between. */
    private void message(List<byte[]> frames) {
        byte[] message = records().getBytes(UTF_8);
        int opcode = random.nextInt(4) == 0 ? BINARY : TEXT;
        int from = 0;
        while (random.nextInt(3) == 0) {
            int to = from + random.nextInt(message.length - from + 1);
            frames.add(frame(opcode, Arrays.copyOfRange(message, from, to)));
            opcode = CONTINUATION;
            from = to;
            control(frames);
        }
        frames.add(frame(LAST | opcode, Arrays.copyOfRange(message, from, message.length)));
        control(frames);
    }

    private String records() {
        StringBuilder records = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            records.append(switch (random.nextInt(12)) {
                case 0 -> "{\"type\":6}" + Messages.END;
                case 1 -> "{\"type\":1,\"target\":\"note\",\"arguments\":[]}" + Messages.END;
                case 2 -> "{\"type\":42,\"x\":[[{}]]}" + Messages.END;
                case 3 -> "{\"type\":7}" + Messages.END;
                default -> Messages.call("f", "echo", "\u00e9\ud83d\ude00".repeat(random.nextInt(random.nextInt(10) == 0 ? 3000 : 20)));
            });
        }
        return records.toString();
    }

    private void control(List<byte[]> frames) {
        if (random.nextInt(4) == 0) {
            frames.add(frame(LAST | (random.nextBoolean() ? PING : PONG), bytes(random.nextInt(126))));
        }
    }

    private byte[] close() {
        byte[] reason = random.nextBoolean() ? "gone".getBytes(UTF_8) : bytes(random.nextInt(10));
        return ByteBuffer.allocate(2 + reason.length).putShort((short) (random.nextBoolean() ? 1000 : random.nextInt(5000))).put(reason).array();
    }

    private byte[] frame(int first, byte[] payload) {
        return frame(first, MASKED, payload.length, payload);
    }

    private byte[] frame(int first, int masked, long length, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) first);
        if (length >= 0 && length < 126) {
            frame.put((byte) (masked | length));
        } else if (length >= 0 && length <= 0xffff && random.nextInt(50) > 0) {
            frame.put((byte) (masked | 126)).putShort((short) length);
        } else {
            frame.put((byte) (masked | 127)).putLong(length);
        }
        byte[] mask = masked == 0 ? new byte[4] : bytes(4);
        if (masked != 0) {
            frame.put(mask);
        }
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask[i & 3]));
        }
        return Arrays.copyOf(frame.array(), frame.position());
    }

    private void change(List<byte[]> frames) {
        int at = random.nextInt(frames.size());
        byte[] frame = frames.get(at);
        switch (random.nextInt(10)) {
            case 0 -> frames.set(at, with(frame, 0, frame[0] ^ 1 << random.nextInt(8))); // FIN, a reserved bit, the opcode
            case 1 -> frames.set(at, with(frame, 1, frame[1] ^ 1 << random.nextInt(8))); // the mask's bit, the length
            case 2 -> frames.set(at, frame(frame[0], MASKED, LIES[random.nextInt(LIES.length)], bytes(random.nextInt(200))));
            case 3 -> frames.set(at, frame(frame[0], 0, frame.length, bytes(frame.length)));
            case 4 -> frames.set(at, Arrays.copyOf(frame, random.nextInt(frame.length + 1)));
            case 5 -> frames.set(at, with(frame, random.nextInt(frame.length), random.nextInt(256)));
            case 6 -> frames.add(at, frame);
            case 7 -> Collections.swap(frames, at, random.nextInt(frames.size()));
            case 8 -> frames.add(at, bytes(random.nextInt(300)));
            default -> frames.subList(at + 1, frames.size()).clear();
        }
    }

    private static byte[] with(byte[] frame, int at, int value) {
        byte[] changed = frame.clone();
        if (at < changed.length) {
            changed[at] = (byte) value;
        }
        return changed;
    }

    private List<byte[]> cut(List<byte[]> frames) {
        byte[] stream = Delivery.joined(frames);
        int largest = switch (random.nextInt(4)) {
            case 0 -> 3;
            case 1 -> 50;
            default -> 10_000;
        };
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0, to; from < stream.length; from = to) {
            to = Math.min(stream.length, from + 1 + random.nextInt(largest));
            pieces.add(Arrays.copyOfRange(stream, from, to));
        }
        return pieces;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
