package dev.hubcast.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/** The other end of a {@link Witness}. */
final class WitnessClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket;
    private final BufferedReader lines;

    WitnessClient(URI at) throws IOException {
        socket = new Socket(at.getHost(), at.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        write("GET " + at.getPath() + " HTTP/1.1\r\nHost: " + at.getAuthority() + "\r\nConnection: Upgrade\r\nUpgrade: witness\r\n\r\n");
        String status = lines.readLine();
        if (!status.startsWith("HTTP/1.1 101")) {
            throw new AssertionError("Expected an upgraded connection; seen: " + status);
        }
        while (!lines.readLine().isEmpty()) {
            continue; // headers
        }
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    /** What the server's thread is like that reads. */
    String ask() throws IOException {
        write("?");
        return lines.readLine();
    }

    /** Whether the server ends the connection in this time. */
    boolean endsWithin(Duration limit) throws IOException {
        socket.setSoTimeout((int) limit.toMillis());
        try {
            return lines.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout((int) PATIENCE.toMillis());
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
