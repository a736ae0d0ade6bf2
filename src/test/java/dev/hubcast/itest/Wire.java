package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A TCP connection on which no wait is without end.
 *
 * <p>A read that fails takes nothing: the bytes that came stay for the next one.
 */
final class Wire implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final int MOST_OF_A_HEAD = 64 * 1024;
    // A blocked write knows no time limit, so it gets a thread of its own and the test waits for that.
    private static final ExecutorService WRITERS = Executors.newCachedThreadPool(task -> {
        Thread writer = new Thread(task, "raw-wire-writer");
        writer.setDaemon(true);
        return writer;
    });

    private final Socket socket;
    private byte[] buffer = new byte[8192];
    private int buffered;
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    Wire(Socket socket) {
        this.socket = socket;
    }

    /** Connects; a receive buffer of 0 bytes leaves its size to the system. */
    static Wire connect(URI uri, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort()), (int) PATIENCE.toMillis());
        return new Wire(socket);
    }

    Socket socket() {
        return socket;
    }

    /** Begins to write, after what is being written; completes when the system has taken all bytes. */
    CompletableFuture<Void> write(byte[] bytes) {
        written = written.thenRunAsync(() -> transfer(bytes), WRITERS);
        return written;
    }

    /** Returns the next bytes and leaves them there. */
    byte[] peek(int count, Deadline deadline) throws IOException {
        while (buffered < count) {
            receive(deadline);
        }
        return Arrays.copyOf(buffer, count);
    }

    byte[] take(int count, Deadline deadline) throws IOException {
        byte[] taken = peek(count, deadline);
        buffered -= count;
        System.arraycopy(buffer, count, buffer, 0, buffered);
        return taken;
    }

    /** Takes the lines up to the first empty one, which ends them. */
    String takeHead(Deadline deadline) throws IOException {
        return takeThrough(END_OF_HEAD, deadline);
    }

    String takeLine(Deadline deadline) throws IOException {
        return takeThrough("\r\n", deadline).strip();
    }

    /** Takes all bytes up to the end of the stream. */
    byte[] takeRest(Deadline deadline) throws IOException {
        for (boolean more = true; more; ) {
            more = receiveMore(deadline);
        }
        return take(buffered, deadline);
    }

    /** Takes what has come, at least one byte; nothing at the end of the stream. */
    byte[] takeSome(Deadline deadline) throws IOException {
        return buffered > 0 || receiveMore(deadline) ? take(buffered, deadline) : new byte[0];
    }

    /** Whether the peer has ended the connection; what it has sent before stays. */
    boolean hasEnded() {
        try {
            return !receiveMore(Deadline.in(Duration.ofMillis(1)));
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Returns what has come and was not taken. */
    int buffered() {
        return buffered;
    }

    /** Breaks the connection off (RST). */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String takeThrough(String end, Deadline deadline) throws IOException {
        int at = indexOf(end);
        while (at < 0) {
            if (buffered > MOST_OF_A_HEAD) {
                throw new IOException("No end in sight after " + buffered + " bytes");
            }
            receive(deadline);
            at = indexOf(end);
        }
        return new String(take(at + end.length(), deadline), ISO_8859_1);
    }

    private int indexOf(String text) {
        return new String(buffer, 0, buffered, ISO_8859_1).indexOf(text);
    }

    private void receive(Deadline deadline) throws IOException {
        if (!receiveMore(deadline)) {
            throw new EOFException("The peer ended the connection");
        }
    }

    private boolean receiveMore(Deadline deadline) throws IOException {
        if (buffered == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        socket.setSoTimeout(deadline.millisLeft());
        int count = socket.getInputStream().read(buffer, buffered, buffer.length - buffered);
        buffered += Math.max(0, count);
        return count >= 0;
    }

    private void transfer(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
