package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A request that was sent, perhaps but for the rest of its body, and whose answer is still to come. For use by one thread. */
public final class RawExchange implements AutoCloseable {

    private final RawRequest request;
    private final Wire wire;

    private RawExchange(RawRequest request, Wire wire) {
        this.request = request;
        this.wire = wire;
    }

    static RawExchange begin(RawRequest request) {
        try {
            RawExchange exchange = new RawExchange(request, request.connect());
            exchange.wire.write(request.bytes());
            return exchange;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends more of the body. */
    public void send(String text) {
        wire.write(text.getBytes(UTF_8));
    }

    /** Waits for the answer, whatever its status, and ends TCP. */
    public HttpAnswer answer() {
        Deadline deadline = Deadline.in(Wire.PATIENCE);
        try (wire) {
            return HttpAnswer.ofHead(wire.takeHead(deadline)).withBodyFrom(wire, deadline);
        } catch (IOException e) {
            throw new AssertionError("Expected an answer to " + request + "; seen: " + wire.buffered() + " bytes", e);
        }
    }

    /** Waits that long and tolerates no answer. */
    public void expectNoAnswer(Duration duration) {
        try {
            wire.peek(1, Deadline.in(duration));
        } catch (SocketTimeoutException e) {
            return;
        } catch (IOException e) {
            throw new AssertionError("Expected " + request + " to wait for its answer; the connection ended", e);
        }
        throw new AssertionError("Expected " + request + " to wait for its answer; seen: " + answer());
    }

    /** Breaks TCP off (RST). */
    public void reset() {
        wire.reset();
    }

    /** Ends TCP without waiting for the answer (FIN); twice is no error. */
    @Override
    public void close() {
        wire.close();
    }
}
