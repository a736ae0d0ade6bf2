package dev.hubcast.itest;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Somebody who listens to plain Server-Sent Events, as curl does. Each wait ends within 20 seconds. */
public final class RawListener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final byte[] LINE_END = {'\r', '\n'};

    private final Wire wire;
    private final HttpAnswer answer;
    private final RawEvents events;
    private String lastEventId;

    private RawListener(RawRequest.Opened opened) {
        this.wire = opened.wire();
        this.answer = opened.answer();
        this.events = new RawEvents(new RawBody(wire, answer));
    }

    /** Sends a request, whose answer has to be a stream. */
    public static RawListener open(RawRequest request) {
        RawRequest.Opened opened = request.open();
        if (opened.answer().status() != 200 || !"text/event-stream".equals(opened.answer().header("Content-Type").split(";")[0])) {
            opened.wire().close();
            throw new AssertionError("Expected " + request + " to become a stream of events; seen: " + opened.answer());
        }
        return new RawListener(opened);
    }

    /** The head of the answer. */
    public HttpAnswer answer() {
        return answer;
    }

    /** Waits for an event. */
    public ServerEvent next() {
        ServerEvent event;
        try {
            event = events.next(Deadline.in(PATIENCE));
        } catch (IOException e) {
            throw new AssertionError("Expected an event", e);
        }
        if (event == null) {
            throw new AssertionError("Expected an event; the stream is over");
        }
        return noted(event);
    }

    /** Waits for an event of a connection that may break; null if it did. */
    public ServerEvent nextUnlessDropped() {
        try {
            ServerEvent event = events.next(Deadline.in(PATIENCE));
            return event == null ? null : noted(event);
        } catch (EOFException | SocketException e) {
            return null;
        } catch (IOException e) {
            throw new AssertionError("Expected an event, or the loss of the connection", e);
        }
    }

    private ServerEvent noted(ServerEvent event) {
        lastEventId = event.id() == null ? lastEventId : event.id();
        return event;
    }

    /** What a client that comes back would send, null for nothing. */
    public String lastEventId() {
        return lastEventId;
    }

    /** Waits for the end of the stream, in order: the server ended the response, and not only TCP. */
    public void expectEnd() {
        try {
            ServerEvent event = events.next(Deadline.in(PATIENCE));
            if (event != null) {
                throw new AssertionError("Expected the end of the stream; seen: " + event);
            }
        } catch (IOException e) {
            throw new AssertionError("Expected the end of the stream", e);
        }
    }

    /** Waits until the server has closed TCP, and reads nothing meanwhile: to a closed socket nothing can be written. */
    public void expectLossUnread() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                wire.write(LINE_END).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                return;
            } catch (TimeoutException | InterruptedException e) {
                throw new AssertionError("Expected the server to close the connection", e);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError("Expected the server to close the connection; it is still open");
    }

    /** Breaks the connection off. */
    public void reset() {
        wire.reset();
    }

    @Override
    public void close() {
        wire.close();
    }
}
