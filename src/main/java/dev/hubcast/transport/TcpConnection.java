package dev.hubcast.transport;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The server's own connection behind a request: whether it is open, and a hard end of it, for which the Servlet specification has nothing.
 * Knows public methods of Undertow and of Grizzly; elsewhere a connection counts as open, and is left to the server.
 *
 * <p>It is looked up while the request lives: later the server's request may belong to a stranger, because servers recycle them.
 */
final class TcpConnection {

    private static final Logger LOG = System.getLogger(TcpConnection.class.getName());
    private static final TcpConnection UNKNOWN = new TcpConnection(null, null);

    private final Object connection;
    private final String end;

    private TcpConnection(Object connection, String end) {
        this.connection = connection;
        this.end = end;
    }

    static TcpConnection of(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        try {
            return switch (inner.getClass().getName()) {
                case "io.undertow.servlet.spec.HttpServletRequestImpl" ->
                        new TcpConnection(walk(inner, "getExchange", "getConnection"), "close");
                case "org.apache.catalina.connector.RequestFacade" -> new TcpConnection(
                        walk(inner, "getUnwrappedCoyoteRequest", "getCoyoteRequest", "getContext", "getConnection"), "terminateSilently");
                default -> UNKNOWN;
            };
        } catch (ReflectiveOperationException | RuntimeException e) { // another version of the server
            LOG.log(Level.DEBUG, "The server's own connections are left to it", e);
            return UNKNOWN;
        }
    }

    private static Object walk(Object from, String... steps) throws ReflectiveOperationException {
        Object at = from;
        for (String step : steps) {
            at = at.getClass().getMethod(step).invoke(at);
        }
        return at;
    }

    /** Whether the server has not seen it end. */
    boolean isOpen() {
        try {
            return connection == null || (boolean) walk(connection, "isOpen");
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The server does not say whether a connection is open", e);
            return true;
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
