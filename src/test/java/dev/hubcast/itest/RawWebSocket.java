package dev.hubcast.itest;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * A WebSocket that sends what it is told, right or wrong, and does nothing by itself: no pong, no answer to a close frame.
 *
 * <p>It reads only inside the methods that receive, so a test that calls none of them is a client that stopped reading. Each wait
 * ends within 10 seconds and then says what was expected and what was seen. For use by one thread.
 */
public final class RawWebSocket implements AutoCloseable {

    private static final int REMEMBERED = 20;

    private final Wire wire;
    private final HttpAnswer answer;
    private final Deque<Frame> seen = new ArrayDeque<>();

    RawWebSocket(Wire wire, HttpAnswer answer) {
        this.wire = wire;
        this.answer = answer;
    }

    /** Opens a WebSocket at an {@code http} or {@code ws} address; {@link RawHandshake} opens an unusual one. */
    public static RawWebSocket open(URI uri) {
        return RawHandshake.open(RawHandshake.request(uri));
    }

    /** Status and headers of the answer that opened the WebSocket. */
    public HttpAnswer answer() {
        return answer;
    }

    /** Begins to send any bytes; the result completes when the operating system has taken them, for a server that may push back. */
    public CompletableFuture<Void> write(byte[] bytes) {
        return wire.write(bytes);
    }

    /** Sends frames, each in a write of its own. */
    public void send(Frame... frames) {
        for (Frame frame : frames) {
            send(frame.bytes());
        }
    }

    /** Sends any bytes: frames, or parts of them. */
    public void send(byte[] bytes) {
        try {
            write(bytes).get(Wire.PATIENCE.toMillis(), MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("Expected the server to take " + bytes.length + " bytes; seen: " + inWords(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while sending", e);
        }
    }

    /** Sends bytes in several writes, cut at these places. */
    public void sendSplit(byte[] bytes, int... at) {
        int from = 0;
        for (int to : at) {
            send(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        send(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    /** Receives the next frame of any kind. */
    public Frame receive() {
        return receive("a frame", Wire.PATIENCE);
    }

    /** Receives the next frame of any kind; the words are for the failure. */
    public Frame receive(String expected, Duration limit) {
        return receive(expected, Deadline.in(limit));
    }

    /** Receives the next frame of any kind, if one begins to come in time. */
    public Optional<Frame> receiveWithin(Duration limit) {
        try {
            wire.peek(1, Deadline.in(limit));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError("Expected a frame or silence; the connection ended after " + inWords(), e);
        }
        return Optional.of(receive());
    }

    Frame receive(String expected, Deadline deadline) {
        try {
            Frame frame = Frame.read(wire, deadline);
            remember(frame);
            if (frame.masked()) {
                throw new AssertionError("Expected " + expected + "; seen a masked frame, which no server may send: " + frame);
            }
            return frame;
        } catch (EOFException | SocketException e) {
            throw new AssertionError("Expected " + expected + "; the connection ended after " + inWords(), e);
        } catch (IOException e) {
            throw new AssertionError("Expected " + expected + " within " + deadline.limit().toMillis() + " ms; seen: " + inWords(), e);
        }
    }

    /** Receives a close frame with this code and nothing before it. */
    public Frame expectClose(int code) {
        String expected = "a close frame with code " + code;
        Frame frame = receive(expected, Wire.PATIENCE);
        if (frame.opcode() != Frame.CLOSE || frame.closeCode() != code) {
            throw new AssertionError("Expected " + expected + "; seen: " + inWords());
        }
        return frame;
    }

    /** Waits for the end of the TCP connection, orderly or by a reset, and tolerates no frame before it. */
    public void expectEnd() {
        try {
            wire.peek(1, Deadline.in(Wire.PATIENCE));
        } catch (EOFException | SocketException e) {
            return;
        } catch (IOException e) {
            throw new AssertionError("Expected the end of the connection; it is still open after " + inWords(), e);
        }
        throw new AssertionError("Expected the end of the connection; seen: " + receive());
    }

    /** Receives every frame up to the end of the TCP connection, orderly or by a reset. */
    public List<Frame> receiveAll() {
        Deadline deadline = Deadline.in(Wire.PATIENCE);
        List<Frame> frames = new ArrayList<>();
        while (true) {
            try {
                wire.peek(1, deadline);
            } catch (EOFException | SocketException e) {
                return frames;
            } catch (IOException e) {
                throw new AssertionError("Expected the end of the connection; it is still open after " + inWords(), e);
            }
            frames.add(receive("a whole frame", deadline));
        }
    }

    /** Waits that long and tolerates no frame. */
    public void expectSilence(Duration duration) {
        try {
            wire.peek(1, Deadline.in(duration));
        } catch (SocketTimeoutException e) {
            return;
        } catch (IOException e) {
            throw new AssertionError("Expected silence; the connection ended after " + inWords(), e);
        }
        throw new AssertionError("Expected silence; seen: " + receive());
    }

    /** Ends this side of the connection (FIN) and can still receive. */
    public void halfClose() {
        try {
            wire.socket().shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks the connection off (RST). */
    public void reset() {
        wire.reset();
    }

    /** Ends the connection (FIN) without a close frame; twice is no error. */
    @Override
    public void close() {
        wire.close();
    }

    private void remember(Frame frame) {
        if (seen.size() == REMEMBERED) {
            seen.removeFirst();
        }
        seen.addLast(frame);
    }

    private String inWords() {
        String frames = seen.isEmpty() ? "no frame" : seen.toString();
        return wire.buffered() == 0 ? frames : frames + " and " + wire.buffered() + " bytes of the next";
    }
}
