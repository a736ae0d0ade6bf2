package dev.hubcast.bench.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * One TCP connection of a client.
 */
final class Tcp {

    /** Whom the connection serves. */
    interface Owner {

        /** The server has accepted the connection. */
        void connected() throws IOException;

        /** There is something to be read, or nothing more will come. */
        void readable(ReadBuffer buffer) throws IOException;

        /** The connection, or what came over it, is broken. */
        void broken(String reason);
    }

    private final Owner owner;
    private final Outgoing outgoing = new Outgoing();
    private SocketChannel channel;
    private SelectionKey key;

    Tcp(Owner owner) {
        this.owner = owner;
    }

    void connect(EventLoop loop, Route route) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.bind(new InetSocketAddress(route.source(), 0));
        boolean connected = channel.connect(route.server());
        key = channel.register(loop.selector(), SelectionKey.OP_CONNECT, this);
        if (connected) {
            begin();
        }
    }

    private void begin() throws IOException {
        key.interestOps(SelectionKey.OP_READ);
        owner.connected();
    }

    void ready(ReadBuffer buffer) {
        try {
            if (key.isValid() && key.isConnectable() && channel.finishConnect()) {
                begin();
            }
            if (key.isValid() && key.isWritable()) {
                outgoing.writeRest(channel, key);
            }
            // What an owner does about one of its connections may have closed this one.
            if (key.isValid() && key.isReadable()) {
                owner.readable(buffer);
            }
        } catch (IOException e) {
            owner.broken(e.toString());
        }
    }

    /** Reads once, as {@link ReadBuffer#fill} does. */
    int read(ReadBuffer buffer, byte[] kept) throws IOException {
        return buffer.fill(channel, kept);
    }

    void write(ByteBuffer bytes) throws IOException {
        outgoing.write(channel, key, bytes);
    }

    void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
