package dev.hubcast.frame;

import static dev.hubcast.frame.ClientFrames.BINARY;
import static dev.hubcast.frame.ClientFrames.CONTINUATION;
import static dev.hubcast.frame.ClientFrames.LAST;
import static dev.hubcast.frame.ClientFrames.PING;
import static dev.hubcast.frame.ClientFrames.PONG;
import static dev.hubcast.frame.ClientFrames.TEXT;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** What a client might send, right and wrong; the same for the same seed. */
final class RandomFrames {

    private static final int[] CODE_POINTS = {'a', 0x7f, 0x80, 0xe9, 0x7ff, 0x800, 0x20ac,
        0xd7ff, 0xe000, 0xffff, 0x10000, 0x1f600, 0x10ffff};
    private static final int[] LENGTHS = {0, 0, 1, 2, 5, 10, 30, 100, 124, 125, 126, 127, 300};

    private final Random random;

    RandomFrames(long seed) {
        this.random = new Random(seed);
    }

    static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.appendCodePoint(CODE_POINTS[random.nextInt(CODE_POINTS.length)]);
        }
        return text.toString();
    }

    /** Messages, whole and in fragments, with control frames in between. */
    byte[] stream() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = random.nextInt(6); i > 0; i--) {
            message(stream);
        }
        if (random.nextInt(3) == 0) {
            stream.writeBytes(random.nextBoolean() ? ClientFrames.close() : ClientFrames.close(1000 + random.nextInt(4), text(random, 5)));
        }
        return stream.toByteArray();
    }

    private void message(ByteArrayOutputStream stream) {
        boolean text = random.nextBoolean();
        int length = LENGTHS[random.nextInt(LENGTHS.length)];
        byte[] payload = text ? ClientFrames.utf8(text(random, length)) : bytes(length);
        int opcode = text ? TEXT : BINARY;
        int from = 0;
        while (random.nextInt(3) == 0) {
            int to = from + random.nextInt(payload.length - from + 1);
            stream.writeBytes(ClientFrames.frame(opcode, Arrays.copyOfRange(payload, from, to)));
            opcode = CONTINUATION;
            from = to;
            control(stream);
        }
        stream.writeBytes(ClientFrames.frame(LAST | opcode, Arrays.copyOfRange(payload, from, payload.length)));
        control(stream);
    }

    private void control(ByteArrayOutputStream stream) {
        if (random.nextInt(3) == 0) {
            stream.writeBytes(ClientFrames.frame(LAST | (random.nextBoolean() ? PING : PONG), bytes(random.nextInt(6))));
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The same with a few bytes changed, left out or put in, or its end cut off. */
    byte[] mutated(byte[] stream) {
        byte[] changed = stream;
        for (int i = 1 + random.nextInt(2); i > 0 && changed.length > 0; i--) {
            int at = random.nextInt(changed.length);
            byte[] before = Arrays.copyOf(changed, at);
            byte[] behind = Arrays.copyOfRange(changed, at + 1, changed.length);
            changed = switch (random.nextInt(5)) {
                case 0 -> ClientFrames.join(before, behind);
                case 1 -> ClientFrames.join(before, bytes(1), new byte[] {changed[at]}, behind);
                case 2 -> before;
                case 3 -> ClientFrames.join(before, new byte[] {(byte) (changed[at] ^ 1 << random.nextInt(8))}, behind);
                default -> ClientFrames.join(before, bytes(1), behind);
            };
        }
        return changed;
    }

    int partSize() {
        return random.nextInt(4) == 0 ? 1 + random.nextInt(200) : 1 + random.nextInt(9);
    }
}
