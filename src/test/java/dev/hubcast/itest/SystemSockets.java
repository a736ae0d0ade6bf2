package dev.hubcast.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the system says of the TCP connections on this machine. */
public final class SystemSockets {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String ESTABLISHED = "01";

    private SystemSockets() {}

    /**
     * Waits until the server's end of a connection that its client has left is not established any more: on a busy machine the system delivers
     * a FIN or RST later than what is said over other connections. Does not wait where the system has no such tables.
     */
    public static void awaitHeard(int serverPort, int clientPort) {
        long deadline = System.nanoTime() + Wire.PATIENCE.toNanos();
        while (isEstablished(serverPort, clientPort)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Expected the server's end of the connection from port " + clientPort + " to hear of the end");
            }
        }
    }

    private static boolean isEstablished(int localPort, int remotePort) {
        String local = ":%04X".formatted(localPort);
        String remote = ":%04X".formatted(remotePort);
        return TABLES.stream().filter(Files::exists).flatMap(SystemSockets::rows).anyMatch(row ->
                row.length > 3 && row[1].endsWith(local) && row[2].endsWith(remote) && row[3].equals(ESTABLISHED));
    }

    private static Stream<String[]> rows(Path table) {
        try {
            return Files.readAllLines(table).stream().map(line -> line.strip().split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
