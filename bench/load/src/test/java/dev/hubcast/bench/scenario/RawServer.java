package dev.hubcast.bench.scenario;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hubcast.bench.wire.Payload;
import dev.hubcast.bench.wire.Wire;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A bare server that makes the mistakes it is told to make with one of its connections.
 */
final class RawServer implements AutoCloseable {

    /** What becomes of a message. */
    interface Mistakes {

        /** The messages that are sent instead of this one; null ends the connection. */
        List<byte[]> insteadOf(long sequence, byte[] message);
    }

    private final ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int clumsyAt;
    private final Mistakes mistakes;
    private volatile Socket clumsy;

    RawServer(int clumsyAt, Mistakes mistakes) throws IOException {
        this.clumsyAt = clumsyAt;
        this.mistakes = mistakes;
        start(this::accept);
    }

    Server address() {
        return new Server("raw", Wire.named("raw"), URI.create("ws://127.0.0.1:" + listener.getLocalPort() + "/raw"),
                ProcessHandle.current().pid());
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                upgrade(socket);
                sockets.add(socket);
                if (sockets.size() == clumsyAt + 1) {
                    clumsy = socket;
                }
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // The test is over.
            sockets.clear();
        }
    }

    private static void upgrade(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readByte());
        }
        String key = head.toString().replaceAll("(?s).*Sec-WebSocket-Key: ([^\r]*).*", "$1");
        socket.getOutputStream().write(("HTTP/1.1 101 Switching Protocols\r\nsec-websocket-accept: " + accept(key) + "\r\n\r\n")
                .getBytes(US_ASCII));
    }

    private static String accept(String key) {
        try {
            byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(US_ASCII);
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                int opcode = in.readByte() & 0x0f;
                byte[] mask = new byte[4];
                byte[] message = new byte[in.readByte() & 0x7f];
                in.readFully(mask);
                in.readFully(message);
                for (int i = 0; i < message.length; i++) {
                    message[i] ^= mask[i & 3];
                }
                if (opcode != 1) {
                    return;
                }
                for (Socket each : message[0] == Payload.BROADCAST ? sockets : List.of(socket)) {
                    send(each, message);
                }
            }
        } catch (IOException e) {
            sockets.remove(socket);
        }
    }

    private void send(Socket socket, byte[] message) throws IOException {
        List<byte[]> instead = List.of(message);
        if (socket == clumsy && message.length == Payload.LENGTH) {
            instead = mistakes.insteadOf(Payload.sequence(message, 0), message);
        }
        if (instead == null) {
            sockets.remove(socket);
            socket.close();
            return;
        }
        for (byte[] each : instead) {
            byte[] frame = new byte[each.length + 2];
            frame[0] = (byte) 0x81;
            frame[1] = (byte) each.length;
            System.arraycopy(each, 0, frame, 2, each.length);
            OutputStream out = socket.getOutputStream();
            out.write(frame);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
