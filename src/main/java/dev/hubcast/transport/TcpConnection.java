package dev.hubcast.transport;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The server's own connection behind a request, for what the Servlet specification has nothing for: whether its client may have gone, and a
 * hard end of it. Knows public methods of Undertow and of Grizzly, and where XNIO keeps the socket; elsewhere, and under HTTP/2, a client
 * counts as there, and a connection is left to the server.
 *
 * <p>It is looked up while the request lives: later the server's request may belong to a stranger, because servers recycle them.
 */
final class TcpConnection {

    private static final Logger LOG = System.getLogger(TcpConnection.class.getName());
    private static final TcpConnection UNKNOWN = new TcpConnection(null, null, null, Runnable::run, false);

    private final Object connection;
    private final String end;
    /** Null if it is not known. */
    private final SelectableChannel socket;
    private final Executor thread;
    /** Grizzly closes a connection when a write fails, and tells only who writes once more. */
    private final boolean failsSilently;

    private TcpConnection(Object connection, String end, SelectableChannel socket, Executor thread, boolean failsSilently) {
        this.connection = connection;
        this.end = end;
        this.socket = socket;
        this.thread = thread;
        this.failsSilently = failsSilently;
    }

    static TcpConnection of(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        try {
            return switch (inner.getClass().getName()) {
                case "io.undertow.servlet.spec.HttpServletRequestImpl" -> ofUndertow(walk(inner, "getExchange", "getConnection"));
                case "org.apache.catalina.connector.RequestFacade" -> ofGrizzly(
                        walk(inner, "getUnwrappedCoyoteRequest", "getCoyoteRequest", "getContext", "getConnection"));
                default -> UNKNOWN;
            };
        } catch (ReflectiveOperationException | RuntimeException e) { // another version of the server
            LOG.log(Level.DEBUG, "The server's own connections are left to it", e);
            return UNKNOWN;
        }
    }

    private static TcpConnection ofUndertow(Object connection) throws ReflectiveOperationException {
        return new TcpConnection(connection, "close", socketOfXnio(connection), (Executor) walk(connection, "getIoThread"), false);
    }

    private static TcpConnection ofGrizzly(Object connection) throws ReflectiveOperationException {
        return new TcpConnection(connection, "terminateSilently", (SelectableChannel) walk(connection, "getChannel"), Runnable::run, true);
    }

    /** Through TLS too. */
    private static SelectableChannel socketOfXnio(Object connection) {
        try {
            Object stream = walk(connection, "getChannel");
            if (stream.getClass().getName().equals("io.undertow.protocols.ssl.UndertowSslConnection")) {
                stream = field(stream, "delegate");
            }
            return (SelectableChannel) field(field(stream, "conduit"), "socketChannel");
        } catch (ReflectiveOperationException | RuntimeException e) { // HTTP/2, or another version
            LOG.log(Level.DEBUG, "Whether a client has gone is left to the server", e);
            return null;
        }
    }

    private static Object field(Object of, String name) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }

    private static Object walk(Object from, String... steps) throws ReflectiveOperationException {
        Object at = from;
        for (String step : steps) {
            at = at.getClass().getMethod(step).invoke(at);
        }
        return at;
    }

    /**
     * Whether something came that nobody reads before the request is answered: the end of TCP, or a reset, unless the client sends its
     * next request without waiting. Servers look only when they read.
     */
    boolean hasUnread() {
        if (socket == null) {
            return false;
        }
        try (Selector selector = Selector.open()) {
            socket.register(selector, SelectionKey.OP_READ);
            return selector.selectNow() > 0;
        } catch (ClosedChannelException e) {
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The server does not let its socket be looked at", e);
            return false;
        }
    }

    /** Whether a write failed that the server has not told of. */
    boolean isBroken() {
        try {
            return failsSilently && !(boolean) walk(connection, "isOpen");
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The server does not say whether a connection is open", e);
            return false;
        }
    }

    /**
     * Ends a request where the server wants it: for Undertow that is the connection's I/O thread, because elsewhere it logs an error for
     * each client that is gone (ServletOutputStreamImpl.closeAsync).
     */
    void complete(Runnable completion) {
        try {
            thread.execute(completion);
        } catch (RejectedExecutionException e) { // the server stops
            completion.run();
        }
    }

    /** Ends it at once, whatever waits to be written. */
    void close() {
        try {
            if (connection != null) {
                walk(connection, end);
            }
        } catch (ReflectiveOperationException | RuntimeException e) { // the peer may be gone already
            LOG.log(Level.DEBUG, "A connection did not end", e);
        }
    }
}
