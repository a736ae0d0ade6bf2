package dev.hubcast.itest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that a test can cut and mend: it passes TCP connections on, from a port of its own. */
public final class Cable implements AutoCloseable {

    private final InetSocketAddress server;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket entrance;

    private Cable(InetSocketAddress server, ServerSocket entrance) {
        this.server = server;
        this.port = entrance.getLocalPort();
        accept(entrance);
    }

    /** Leads to the server of this address. */
    public static Cable to(URI uri) throws IOException {
        return new Cable(new InetSocketAddress(uri.getHost(), uri.getPort()), listen(0));
    }

    /** An address at this end of the cable. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Ends all connections, and refuses new ones. */
    public void cut() throws IOException {
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** Lets connections through again. */
    public void mend() throws IOException {
        accept(listen(port));
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private void accept(ServerSocket listening) {
        entrance = listening;
        start("cable-entrance", () -> {
            while (true) {
                connect(listening.accept());
            }
        });
    }

    private void connect(Socket client) throws IOException {
        Socket onward = new Socket();
        sockets.add(client);
        sockets.add(onward);
        onward.connect(server, 10_000);
        start("cable-there", () -> pass(client, onward));
        start("cable-back", () -> pass(onward, client));
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private interface Work {

        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // one of the two ends is closed
            }
        }, name);
        thread.setDaemon(true);
        thread.start();
    }
}
