package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that a test can cut and mend: it passes TCP connections on, from a port of its own. */
public final class Cable implements AutoCloseable {

    private final InetSocketAddress server;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;
    private volatile boolean forgetsUpgrades;

    private Cable(InetSocketAddress server, ServerSocket entrance) {
        this.server = server;
        this.entrance = entrance;
        start("cable-entrance", () -> {
            while (true) {
                accept(entrance.accept());
            }
        });
    }

    /** Leads to the server of this address. */
    public static Cable to(URI uri) throws IOException {
        ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new Cable(new InetSocketAddress(uri.getHost(), uri.getPort()), entrance);
    }

    /** An address at this end of the cable. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort() + path);
    }

    /** Ends all connections, and each new one at once: who gave up the port might not get it back. */
    public void cut() throws IOException {
        isCut = true;
        drop();
    }

    /** Lets connections through again. */
    public void mend() {
        isCut = false;
    }

    /** Ends all connections; new ones get through. */
    public void drop() throws IOException {
        for (Socket socket : List.copyOf(sockets)) { // not those by which clients come back meanwhile
            close(socket);
        }
    }

    /** From now on the first request of a connection asks for no other protocol, as behind a proxy that knows HTTP alone. */
    public void forgetUpgrades() {
        forgetsUpgrades = true;
    }

    @Override
    public void close() throws IOException {
        cut();
        entrance.close();
    }

    private void accept(Socket client) throws IOException {
        sockets.add(client);
        if (isCut) {
            close(client);
        } else {
            start("cable-there", () -> connect(client));
        }
    }

    private void connect(Socket client) throws IOException {
        Socket onward = new Socket();
        sockets.add(onward);
        try (client; onward) {
            onward.connect(server, 10_000);
            start("cable-back", () -> pass(onward, client));
            if (forgetsUpgrades) {
                onward.getOutputStream().write(withoutUpgrade(headOf(client.getInputStream())).getBytes(ISO_8859_1));
            }
            pass(client, onward);
        }
    }

    private static String headOf(InputStream request) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = request.read();
            if (next == -1) {
                break;
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    private static String withoutUpgrade(String head) {
        return head.replaceAll("(?im)^(Upgrade|Connection):.*\r\n", "");
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void close(Socket socket) throws IOException {
        socket.close();
        sockets.remove(socket);
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
