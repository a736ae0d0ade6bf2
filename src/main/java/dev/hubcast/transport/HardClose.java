package dev.hubcast.transport;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.WebConnection;
import java.io.Closeable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;

/**
 * Closes an upgraded connection's TCP at once. The Servlet specification has no such thing: {@link WebConnection#close()} waits for a peer
 * that does not read (Undertow) or leaves TCP open as long (Grizzly). Knows a private field or two of each; elsewhere closes in order.
 *
 * <p>The server's own connection is looked up at the beginning: later its request may belong to a stranger, because servers recycle them.
 */
final class HardClose {

    private static final Logger LOG = System.getLogger(HardClose.class.getName());

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final WebConnection web;
    private final AutoCloseable tcp;

    private HardClose(WebConnection web, AutoCloseable tcp) {
        this.web = web;
        this.tcp = tcp;
    }

    /** To be called while the connection is being upgraded. */
    static HardClose of(WebConnection web) {
        try {
            return new HardClose(web, tcpOf(web));
        } catch (ReflectiveOperationException | RuntimeException e) { // another version of the server
            LOG.log(Level.DEBUG, "Upgraded connections can only be closed in order", e);
            return new HardClose(web, web);
        }
    }

    private static AutoCloseable tcpOf(WebConnection web) throws ReflectiveOperationException {
        return switch (web.getClass().getName()) {
            case "io.undertow.servlet.spec.WebConnectionImpl" -> {
                Closeable channel = (Closeable) TcpConnection.field(web, "channel");
                yield () -> {
                    try (channel) {
                        forgetLeftOver(web.getOutputStream());
                    }
                };
            }
            case "org.apache.catalina.connector.WebConnectionImpl" -> {
                Object grizzly = TcpConnection.walk(
                        TcpConnection.field(web, "request"), "getCoyoteRequest", "getContext", "getConnection");
                yield () -> TcpConnection.walk(grizzly, "terminateSilently");
            }
            default -> web;
        };
    }

    /**
     * What a peer did not take of a write, Undertow tries to write again while it closes, which it logs as an error, and for ever where
     * writing failed.
     */
    private static void forgetLeftOver(ServletOutputStream out) throws ReflectiveOperationException {
        Field buffer = out.getClass().getDeclaredField("buffer");
        buffer.setAccessible(true);
        if (buffer.get(out) != null) {
            buffer.set(out, NOTHING);
        }
    }

    /** May be called again, which does no harm. */
    void close() {
        quietly(tcp);
    }

    /** Closes in order, where nothing waits to be written. */
    void closeInOrder() {
        quietly(web);
    }

    private static void quietly(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception e) { // declared by AutoCloseable; the peer may be gone already
            LOG.log(Level.DEBUG, "An upgraded connection did not close", e);
        }
    }
}
