package dev.hubcast.bench.socket;

import dev.hubcast.bench.wire.Wire;
import dev.hubcast.bench.wire.WireEvents;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * One client's WebSocket.
 */
public final class Connection implements WireEvents, FrameReader.Sink {

    private enum State { CONNECTING, UPGRADING, GREETING, OPEN, CLOSING, CLOSED }

    private static final byte[] NOTHING = {};
    private static final int NORMAL = 1000;

    private final int number;
    private final Wire wire;
    private final Upgrade upgrade;
    private final EventLoop loop;
    private final ConnectionEvents events;
    private final FrameReader frames = new FrameReader();
    private final Outgoing outgoing = new Outgoing();
    private final long started;
    private SocketChannel channel;
    private SelectionKey key;
    private State state = State.CONNECTING;
    private byte[] kept = NOTHING;
    private long received;
    private long lastSent;

    Connection(int number, Wire wire, Upgrade upgrade, EventLoop loop, ConnectionEvents events) {
        this.number = number;
        this.wire = wire;
        this.upgrade = upgrade;
        this.loop = loop;
        this.events = events;
        started = loop.now();
    }

    /**
     * The connection's place in its fleet.
     *
     * @return 0 for the first
     */
    public int number() {
        return number;
    }

    /**
     * Whether calls can be made.
     *
     * @return false before the greeting and once closing has begun
     */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    long started() {
        return started;
    }

    long lastSent() {
        return lastSent;
    }

    void connect(Selector selector, InetSocketAddress source, InetSocketAddress server) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.bind(source);
        boolean connected = channel.connect(server);
        key = channel.register(selector, SelectionKey.OP_CONNECT, this);
        if (connected) {
            upgrade();
        }
    }

    /**
     * Sends frames, now or as soon as the socket takes them.
     *
     * @param masked the frames, empty afterwards
     */
    public void send(MaskedFrames masked) {
        if (!masked.isEmpty()) {
            write(masked.drain());
        }
    }

    /** Says goodbye; the connection is closed when the server has said so too. */
    void close() {
        if (state == State.OPEN || state == State.GREETING) {
            state = State.CLOSING;
            MaskedFrames goodbye = loop.frames();
            goodbye.close(NORMAL);
            send(goodbye);
        } else if (state != State.CLOSING) {
            over("closed before it was open");
        }
    }

    /** Ends the connection without waiting for anybody; a second call does nothing. */
    void over(String reason) {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        String why = reason;
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            why += " (and closing failed: " + e + ")";
        }
        events.closed(this, why);
    }

    void ready(ReadBuffer buffer) {
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                upgrade();
            }
            if (key.isValid() && key.isWritable()) {
                outgoing.writeRest(channel, key);
            }
            if (key.isValid() && key.isReadable()) {
                read(buffer);
            }
        } catch (IOException e) {
            over(e.toString());
        }
    }

    private void upgrade() {
        state = State.UPGRADING;
        key.interestOps(SelectionKey.OP_READ);
        write(ByteBuffer.wrap(upgrade.request()));
    }

    private void read(ReadBuffer buffer) throws IOException {
        int end = buffer.fill(channel, kept);
        if (end < 0) {
            over("the server closed the TCP connection");
            return;
        }
        received = loop.now();
        byte[] bytes = buffer.bytes();
        int at = 0;
        if (state == State.UPGRADING) {
            at = upgrade.answered(bytes, end);
            if (at > 0) {
                state = State.GREETING;
                wire.upgraded(this);
            }
        }
        if (state != State.UPGRADING) {
            at = frames.consume(bytes, at, end, this);
        }
        kept = at == end ? NOTHING : buffer.rest(at, end);
        events.readDone(this);
    }

    private void write(ByteBuffer bytes) {
        if (state == State.CLOSED) {
            return;
        }
        lastSent = loop.now();
        try {
            outgoing.write(channel, key, bytes);
        } catch (IOException e) {
            over(e.toString());
        }
    }

    @Override
    public void message(byte[] buffer, int from, int to) {
        if (state == State.OPEN || state == State.GREETING) {
            wire.received(buffer, from, to, this);
        }
    }

    @Override
    public void ping(byte[] data) {
        MaskedFrames answer = loop.frames();
        answer.pong(data);
        send(answer);
    }

    @Override
    public void closed(byte[] data) {
        int code = data.length < 2 ? 1005 : (data[0] & 0xff) << 8 | data[1] & 0xff;
        over("the server closed the WebSocket with " + code);
    }

    @Override
    public void greeted() {
        if (state == State.GREETING) {
            state = State.OPEN;
            events.opened(this);
        }
    }

    @Override
    public void acknowledged() {
        events.acknowledged(this);
    }

    @Override
    public void payload(byte[] buffer, int at, int to) {
        events.payload(this, buffer, at, to, received);
    }

    @Override
    public void reply(byte[] text) {
        MaskedFrames answer = loop.frames();
        answer.text(text, text.length);
        send(answer);
    }

    @Override
    public void failed(String reason) {
        over("the server said: " + reason);
    }
}
