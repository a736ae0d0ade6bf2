package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server that takes one connection after the other and does with each what a test says. */
final class ScriptedServer implements AutoCloseable {

    /** What happens on one connection. */
    interface Script {

        void play(Socket socket, Wire wire) throws Exception;
    }

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Void> played;

    ScriptedServer(Script... scripts) throws IOException {
        played = CompletableFuture.runAsync(() -> playAll(scripts));
    }

    /** A script that opens a WebSocket and goes on with another. */
    static Script webSocket(Script next) {
        return (socket, wire) -> {
            String key = HttpAnswer.ofHead(wire.takeHead(soon()).replaceFirst("GET.*", "HTTP/1.1 0")).header("Sec-WebSocket-Key");
            answer(wire, "101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                    + RawHandshake.acceptFor(key), "");
            next.play(socket, wire);
        };
    }

    /** A script that answers a request and ends. */
    static Script http(String statusAndHeaders, String body) {
        return (socket, wire) -> {
            wire.takeHead(soon());
            answer(wire, statusAndHeaders, body);
        };
    }

    static Deadline soon() {
        return Deadline.in(Wire.PATIENCE);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
    }

    /** Waits for the end of the scripts and fails as they failed. */
    @Override
    public void close() throws IOException {
        try (listener) {
            played.orTimeout(Wire.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    private void playAll(Script... scripts) {
        for (Script script : scripts) {
            try (Socket socket = listener.accept(); Wire wire = new Wire(socket)) {
                script.play(socket, wire);
                wire.write(new byte[0]).join();
            } catch (Exception e) {
                throw new IllegalStateException("The server's script failed", e);
            }
        }
    }

    private static void answer(Wire wire, String statusAndHeaders, String body) {
        wire.write(("HTTP/1.1 " + statusAndHeaders + "\r\n\r\n" + body).getBytes(UTF_8));
    }
}
