package dev.hubcast.itest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The body of an answer of unknown length: in chunks, or up to the end of TCP. A read that fails takes nothing. */
final class RawBody {

    private static final int UNKNOWN = -1;
    private static final int LINE_END = 2;

    private final Wire wire;
    private final boolean chunked;
    private int chunk = UNKNOWN;
    private boolean ended;

    RawBody(Wire wire, HttpAnswer head) {
        this.wire = wire;
        this.chunked = "chunked".equalsIgnoreCase(head.header("Transfer-Encoding"));
    }

    /** The bytes that come next, none at the end. */
    byte[] next(Deadline deadline) throws IOException {
        if (ended) {
            return new byte[0];
        }
        byte[] bytes = chunked ? nextChunk(deadline) : wire.takeSome(deadline);
        ended = bytes.length == 0;
        return bytes;
    }

    byte[] rest(Deadline deadline) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] bytes = next(deadline); bytes.length > 0; bytes = next(deadline)) {
            body.writeBytes(bytes);
        }
        return body.toByteArray();
    }

    private byte[] nextChunk(Deadline deadline) throws IOException {
        if (chunk == UNKNOWN) {
            chunk = Integer.parseInt(wire.takeLine(deadline), 16);
        }
        wire.peek(chunk + LINE_END, deadline);
        byte[] bytes = wire.take(chunk, deadline);
        wire.take(LINE_END, deadline);
        chunk = UNKNOWN;
        return bytes;
    }
}
