package dev.hubcast.connection;

import dev.hubcast.TransportType;
import dev.hubcast.protocol.Payload;
import jakarta.websocket.CloseReason.CloseCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Keeps what is sent. A send is done before it returns, or, while the transport holds, when the test says so. */
public final class FakeTransport implements Transport {

    private static final String RECORD_END = "\u001e";

    private final List<List<Payload>> messages = new ArrayList<>();
    private final AtomicReference<Sent> inFlight = new AtomicReference<>();
    private final CompletableFuture<CloseCode> closed = new CompletableFuture<>();
    private final CompletableFuture<Void> aborted = new CompletableFuture<>();
    private volatile TransportType type = TransportType.WEB_SOCKETS;
    private volatile boolean holding;
    private volatile boolean overlapped;
    private volatile boolean away;
    private volatile Runnable atClose = () -> { };
    private volatile Runnable atSend = () -> { };

    /** From now on a send is done when the test says so. */
    public FakeTransport hold() {
        holding = true;
        return this;
    }

    /** From now on a send is done before it returns; what is in flight still waits for the test. */
    public FakeTransport holdNoLonger() {
        holding = false;
        return this;
    }

    /** From now on nothing can be sent, as between two polls, or it can again. */
    public FakeTransport away(boolean now) {
        away = now;
        return this;
    }

    /** What happens when the connection closes or aborts the transport; a peer that does not read answers neither. */
    public FakeTransport atClose(Runnable answer) {
        atClose = answer;
        return this;
    }

    /** What happens within a send, before it is done. */
    public FakeTransport atSend(Runnable interlude) {
        atSend = interlude;
        return this;
    }

    /** A transport of another type. */
    public FakeTransport of(TransportType other) {
        type = other;
        return this;
    }

    @Override
    public TransportType type() {
        return type;
    }

    @Override
    public boolean isReady() {
        return !away;
    }

    @Override
    public void send(List<Payload> records, Sent sent) {
        overlapped |= !inFlight.compareAndSet(null, sent);
        synchronized (messages) {
            messages.add(List.copyOf(records));
        }
        atSend.run();
        if (!holding) {
            done(null);
        }
    }

    /** The send in flight is done. */
    public void done(Throwable failure) {
        inFlight.getAndSet(null).done(failure);
    }

    public boolean sending() {
        return inFlight.get() != null;
    }

    @Override
    public void close(CloseCode code) {
        closed.complete(code);
        atClose.run();
    }

    @Override
    public void abort() {
        aborted.complete(null);
        atClose.run();
    }

    /** Completes with the code of the close. */
    public CompletableFuture<CloseCode> closed() {
        return closed;
    }

    public CompletableFuture<Void> aborted() {
        return aborted;
    }

    /** The messages so far, each the text of its records. */
    public List<String> messages() {
        requireOneAtATime();
        synchronized (messages) {
            return messages.stream().map(Payload::joinText).toList();
        }
    }

    /** The records so far as they were handed over, text or not. */
    public List<Payload> payloads() {
        requireOneAtATime();
        synchronized (messages) {
            return messages.stream().flatMap(List::stream).toList();
        }
    }

    /** The records so far, without their terminators, in whatever messages they came. */
    public List<String> records() {
        return messages().stream().flatMap(message -> Stream.of(message.split(RECORD_END))).toList();
    }

    /** How many records each message had. */
    public List<Integer> recordsInMessages() {
        requireOneAtATime();
        synchronized (messages) {
            return messages.stream().map(List::size).toList();
        }
    }

    private void requireOneAtATime() {
        if (overlapped) {
            throw new AssertionError("Two sends were in flight.");
        }
    }

    /** Records as they come from a client. */
    static String asText(String... records) {
        return String.join(RECORD_END, Arrays.asList(records)) + RECORD_END;
    }
}
