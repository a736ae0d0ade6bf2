package dev.hubcast.frame;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;

/** Notes what a reader hands on, and what ended it. */
class NotedFrames implements FrameReader.Sink {

    /** What arrives lies somewhere within a buffer with other bytes around it. */
    private static final int BEFORE = 3;
    private static final int BEHIND = 5;

    private final List<String> noted = new ArrayList<>();
    private final StringBuilder story = new StringBuilder();
    private int failure;

    static NotedFrames of(byte[] stream) {
        return inParts(stream, () -> stream.length);
    }

    static NotedFrames ofBytes(byte[] stream) {
        return inParts(stream, () -> 1);
    }

    static NotedFrames inParts(byte[] stream, IntSupplier sizes) {
        NotedFrames noted = new NotedFrames();
        FrameReader reader = new FrameReader(noted);
        try {
            for (int from = 0, to; from < stream.length; from = to) {
                to = Math.min(stream.length, from + sizes.getAsInt());
                byte[] buffer = new byte[BEFORE + to - from + BEHIND];
                System.arraycopy(stream, from, buffer, BEFORE, to - from);
                reader.read(buffer, BEFORE, BEFORE + to - from);
                if (!Arrays.equals(buffer, BEFORE + to - from, buffer.length, new byte[BEHIND], 0, BEHIND)) {
                    throw new AssertionError("The reader wrote behind what arrived.");
                }
            }
        } catch (FrameException e) {
            noted.failure = e.closeCode();
        }
        return noted;
    }

    /** Each call: data as it is, "ping:" and its payload, "close:" with code and reason. */
    List<String> noted() {
        return noted;
    }

    /** All of it in one text, which does not tell how data was cut: a character for each byte, and marks that no byte is. */
    String story() {
        return story.toString();
    }

    /** The close code of the broken rule, 0 if none. */
    int failure() {
        return failure;
    }

    static String pinged(byte[] payload) {
        return "\u2190" + latin(payload) + "\u2190";
    }

    static String closing(CloseStatus status) {
        return "\u2192" + status.code() + " " + status.reason() + "\u2192";
    }

    /** A character for each byte. */
    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void data(byte[] bytes, int from, int to) {
        noted.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        story.append(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void ping(byte[] payload) {
        noted.add("ping:" + new String(payload, StandardCharsets.UTF_8));
        story.append(pinged(payload));
    }

    @Override
    public void closed(CloseStatus status) {
        noted.add("close:" + status.code() + " " + status.reason());
        story.append(closing(status));
    }
}
