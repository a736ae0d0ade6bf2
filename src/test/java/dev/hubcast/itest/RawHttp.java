package dev.hubcast.itest;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Requests and answers over one TCP connection after the other's end, as a browser sends them: a connection is used again and again. */
final class RawHttp implements AutoCloseable {

    private final boolean keepsAlive;
    private Wire wire;
    private HttpAnswer head;

    /** Keeps connections alive, or opens a new one for each request. */
    RawHttp(boolean keepsAlive) {
        this.keepsAlive = keepsAlive;
    }

    /** Sends a request and does not wait for the answer. */
    void begin(RawRequest request) {
        try {
            if (wire == null || wire.hasEnded()) {
                close();
                wire = request.connect();
            }
            wire.write((keepsAlive ? request.without("Connection") : request).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the answer to the request; a wait that fails takes nothing. */
    HttpAnswer answer(Deadline deadline) throws IOException {
        if (head == null) {
            head = HttpAnswer.ofHead(wire.takeHead(deadline));
        }
        HttpAnswer answer = head.withBodyFrom(wire, deadline);
        head = null;
        if (!keepsAlive || "close".equalsIgnoreCase(answer.header("Connection"))) {
            close();
        }
        return answer;
    }

    /** The client's port of the connection that is there. */
    int port() {
        return wire.socket().getLocalPort();
    }

    void reset() {
        wire.reset();
        wire = null;
        head = null;
    }

    /** Ends TCP; the next request opens it anew. */
    @Override
    public void close() {
        if (wire != null) {
            wire.close();
        }
        wire = null;
        head = null;
    }
}
