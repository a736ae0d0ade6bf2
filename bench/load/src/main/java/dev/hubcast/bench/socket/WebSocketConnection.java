package dev.hubcast.bench.socket;

import dev.hubcast.bench.wire.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A client that speaks over a WebSocket.
 */
final class WebSocketConnection extends Connection implements Tcp.Owner, FrameReader.Sink {

    private static final byte[] NOTHING = {};
    private static final int NORMAL = 1000;

    private final Upgrade upgrade;
    private final FrameReader frames = new FrameReader();
    private final Tcp tcp = new Tcp(this);
    private byte[] kept = NOTHING;

    WebSocketConnection(int number, Wire wire, Upgrade upgrade, EventLoop loop, ConnectionEvents events) {
        super(number, wire, loop, events);
        this.upgrade = upgrade;
    }

    @Override
    void connect(Route route) throws IOException {
        tcp.connect(loop(), route);
    }

    @Override
    public void connected() throws IOException {
        tcp.write(ByteBuffer.wrap(upgrade.request()));
    }

    @Override
    public void readable(ReadBuffer buffer) throws IOException {
        int end = tcp.read(buffer, kept);
        if (end < 0) {
            over("the server closed the TCP connection");
            return;
        }
        reading();
        byte[] bytes = buffer.bytes();
        int at = 0;
        if (isConnecting()) {
            at = upgrade.answered(bytes, end);
            if (at > 0) {
                established();
            }
        }
        if (!isConnecting()) {
            at = frames.consume(bytes, at, end, this);
        }
        kept = at == end ? NOTHING : buffer.rest(at, end);
        readDone();
    }

    @Override
    public void broken(String reason) {
        over(reason);
    }

    @Override
    void write(Texts texts) throws IOException {
        MaskedFrames masked = loop().frames();
        for (int i = 0; i < texts.count(); i++) {
            masked.text(texts.bytes(), texts.startOf(i), texts.startOf(i + 1));
        }
        tcp.write(masked.drain());
    }

    @Override
    void sayGoodbye() throws IOException {
        MaskedFrames goodbye = loop().frames();
        goodbye.close(NORMAL);
        tcp.write(goodbye.drain());
    }

    @Override
    void disconnect() throws IOException {
        tcp.close();
    }

    @Override
    public void message(byte[] buffer, int from, int to) {
        textReceived(buffer, from, to);
    }

    @Override
    public void ping(byte[] data) throws IOException {
        if (!isClosed()) {
            MaskedFrames answer = loop().frames();
            answer.pong(data);
            tcp.write(answer.drain());
        }
    }

    @Override
    public void closed(byte[] data) {
        int code = data.length < 2 ? 1005 : (data[0] & 0xff) << 8 | data[1] & 0xff;
        over("the server closed the WebSocket with " + code);
    }
}
