package dev.hubcast.bench.socket;

import dev.hubcast.bench.wire.Wire;
import dev.hubcast.bench.wire.WireEvents;
import java.io.IOException;

/**
 * One client of a server, whatever carries its texts.
 */
public abstract class Connection implements WireEvents {

    private enum State { CONNECTING, GREETING, OPEN, CLOSING, CLOSED }

    private final int number;
    private final Wire wire;
    private final EventLoop loop;
    private final ConnectionEvents events;
    private final long started;
    private State state = State.CONNECTING;
    private long received;
    private long lastSent;

    Connection(int number, Wire wire, EventLoop loop, ConnectionEvents events) {
        this.number = number;
        this.wire = wire;
        this.loop = loop;
        this.events = events;
        started = loop.now();
    }

    /**
     * The connection's place in its fleet.
     *
     * @return 0 for the first
     */
    public final int number() {
        return number;
    }

    /**
     * Whether calls can be made.
     *
     * @return false before the greeting and once closing has begun
     */
    public final boolean isOpen() {
        return state == State.OPEN;
    }

    final boolean isClosed() {
        return state == State.CLOSED;
    }

    final boolean isConnecting() {
        return state == State.CONNECTING;
    }

    final long started() {
        return started;
    }

    final long lastSent() {
        return lastSent;
    }

    final Wire wire() {
        return wire;
    }

    final EventLoop loop() {
        return loop;
    }

    abstract void connect(Route route) throws IOException;

    /**
     * Sends texts, now or as soon as the server takes them.
     *
     * @param texts the texts, empty afterwards
     */
    public final void send(Texts texts) {
        if (!texts.isEmpty() && state != State.CLOSED) {
            lastSent = loop.now();
            try {
                write(texts);
            } catch (IOException e) {
                over(e.toString());
            }
        }
        texts.clear();
    }

    abstract void write(Texts texts) throws IOException;

    /** Says goodbye; the connection is closed when the server has said so too. */
    final void close() {
        if (state == State.OPEN || state == State.GREETING) {
            state = State.CLOSING;
            try {
                sayGoodbye();
            } catch (IOException e) {
                over(e.toString());
            }
        } else if (state != State.CLOSING) {
            over("closed before it was open");
        }
    }

    abstract void sayGoodbye() throws IOException;

    /** Ends the connection without waiting for anybody; a second call does nothing. */
    final void over(String reason) {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        String why = reason;
        try {
            disconnect();
        } catch (IOException e) {
            why += " (and closing failed: " + e + ")";
        }
        events.closed(this, why);
    }

    abstract void disconnect() throws IOException;

    /** Texts can be exchanged from now on. */
    final void established() {
        state = State.GREETING;
        wire.connected(this);
    }

    /** A read begins; what it brings came now. */
    final void reading() {
        received = loop.now();
    }

    final void textReceived(byte[] buffer, int from, int to) {
        if (state == State.OPEN || state == State.GREETING) {
            wire.received(buffer, from, to, this);
        }
    }

    final void readDone() {
        events.readDone(this);
    }

    @Override
    public final void greeted() {
        if (state == State.GREETING) {
            state = State.OPEN;
            events.opened(this);
        }
    }

    @Override
    public final void acknowledged() {
        events.acknowledged(this);
    }

    @Override
    public final void payload(byte[] buffer, int at, int to) {
        events.payload(this, buffer, at, to, received);
    }

    @Override
    public final void reply(byte[] text) {
        Texts answer = loop.texts();
        answer.add(text, text.length);
        send(answer);
    }

    @Override
    public final void failed(String reason) {
        over("the server said: " + reason);
    }
}
