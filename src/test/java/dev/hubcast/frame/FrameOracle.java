package dev.hubcast.frame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a stream that is all there, frame by frame, and gathers whole messages: slow, simple, and another way than the reader. */
final class FrameOracle {

    private final ByteBuffer stream;
    private final StringBuilder story = new StringBuilder();
    private ByteArrayOutputStream message;
    private boolean text;
    private boolean closed;
    private int failure;
    private String tail = "";

    FrameOracle(byte[] stream) {
        this.stream = ByteBuffer.wrap(stream);
        boolean more = true;
        while (more) {
            more = frame() && !closed && failure == 0;
        }
    }

    /** What is surely handed on, as {@link NotedFrames#story()} has it. */
    String story() {
        return story.toString();
    }

    /** What is there of the payload of a frame that fails by it; a reader may have handed some of it on. */
    String tail() {
        return tail;
    }

    int failure() {
        return failure;
    }

    private boolean fail(int code) {
        failure = code;
        return false;
    }

    private boolean frame() {
        if (stream.remaining() < 2) {
            return false;
        }
        int first = stream.get() & 0xff;
        int second = stream.get() & 0xff;
        boolean last = first >= 0x80;
        int opcode = first & 15;
        boolean known = opcode <= 2 || opcode >= 8 && opcode <= 10;
        boolean inOrder = opcode >= 8 || (opcode == 0) == (message != null);
        boolean shortControl = opcode < 8 || last && (second & 0x7f) < 126;
        if ((first & 0x70) != 0 || second < 0x80 || !known || !inOrder || !shortControl) {
            return fail(1002);
        }
        int form = second & 0x7f;
        if (stream.remaining() < (form < 126 ? 4 : form == 126 ? 6 : 12)) {
            return false;
        }
        long length = form < 126 ? form : form == 126 ? stream.getShort() & 0xffff : stream.getLong();
        if (form == 126 && length < 126 || form == 127 && length <= 0xffff) {
            return fail(1002);
        }
        if (length > Integer.MAX_VALUE) {
            return fail(1009);
        }
        byte[] mask = new byte[4];
        stream.get(mask);
        byte[] payload = new byte[(int) Math.min(length, stream.remaining())];
        stream.get(payload);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return opcode < 8 ? data(opcode, last && payload.length == length, payload) : payload.length == length && control(opcode, payload);
    }

    private boolean data(int opcode, boolean ends, byte[] payload) {
        if (opcode != 0) {
            message = new ByteArrayOutputStream();
            text = opcode == 1;
        }
        message.writeBytes(payload);
        byte[] all = message.toByteArray();
        if (text && !(ends ? Utf8Oracle.isText(all) : Utf8Oracle.mayBecomeText(all))) {
            tail = NotedFrames.latin(payload);
            return fail(1007);
        }
        story.append(NotedFrames.latin(payload));
        message = ends ? null : message;
        return true;
    }

    private boolean control(int opcode, byte[] payload) {
        if (opcode == 9) {
            story.append(NotedFrames.pinged(payload));
        } else if (opcode == 8) {
            return close(payload);
        }
        return true;
    }

    private boolean close(byte[] payload) {
        int code = payload.length == 0 ? 1005 : payload.length == 1 ? 0 : ByteBuffer.wrap(payload).getShort() & 0xffff;
        boolean defined = code >= 1000 && code <= 1003 || code >= 1007 && code <= 1014;
        if (payload.length > 0 && !defined && (code < 3000 || code > 4999)) {
            return fail(1002);
        }
        byte[] reason = payload.length == 0 ? payload : Arrays.copyOfRange(payload, 2, payload.length);
        if (!Utf8Oracle.isText(reason)) {
            return fail(1007);
        }
        closed = true;
        story.append(NotedFrames.closing(new CloseStatus(code, new String(reason, StandardCharsets.UTF_8))));
        return true;
    }
}
