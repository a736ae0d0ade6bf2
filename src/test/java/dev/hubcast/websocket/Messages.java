package dev.hubcast.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubcast.itest.Frame;
import java.util.ArrayList;
import java.util.List;

/** Messages of the hub protocol, which the tests cut into frames. */
final class Messages {

    static final char END = 0x1E;

    private Messages() {}

    /** A call of a method with one argument, as a record. */
    static String call(String id, String method, String argument) {
        return "{\"type\":1,\"invocationId\":\"" + id + "\",\"target\":\"" + method + "\",\"arguments\":[\"" + argument + "\"]}" + END;
    }

    /** A call of a method with one argument, as a record of so many bytes. */
    static byte[] callOf(int bytes, String id, String method) {
        return call(id, method, "*".repeat(bytes - call(id, method, "").length())).getBytes(UTF_8);
    }

    /** A message in frames of at most so many bytes. */
    static List<byte[]> fragments(int opcode, byte[] message, int size) {
        List<byte[]> parts = Delivery.pieces(message, size);
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Frame frame = Frame.of(i == 0 ? opcode : Frame.CONTINUATION, parts.get(i));
            frames.add((i == parts.size() - 1 ? frame : frame.unfinished()).bytes());
        }
        return frames;
    }
}
