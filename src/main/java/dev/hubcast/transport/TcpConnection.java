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

/**
 * The server's own connection behind a request, for what the Servlet specification has nothing for. Of a server that is neither Undertow
 * nor Grizzly nothing is known: a client counts as there, and the connection is left to the server.
 *
 * <p>It is looked up while the request lives: later the server's request may belong to a stranger, because servers recycle them.
 */
class TcpConnection {

    private static final Logger LOG = System.getLogger(TcpConnection.class.getName());
    private static final TcpConnection UNKNOWN = new TcpConnection(null);

    /** Null if it is not known. */
    private final SelectableChannel socket;

    TcpConnection(SelectableChannel socket) {
        this.socket = socket;
    }

    static TcpConnection of(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        try {
            return switch (inner.getClass().getName()) {
                case UndertowConnection.REQUEST -> UndertowConnection.behind(inner);
                case GrizzlyConnection.REQUEST -> GrizzlyConnection.behind(inner);
                default -> UNKNOWN;
            };
        } catch (ReflectiveOperationException | RuntimeException e) { // another version of the server
            LOG.log(Level.DEBUG, "The server's own connections are left to it", e);
            return UNKNOWN;
        }
    }

    /** Has a write beyond what the socket takes be called done only when it left. */
    void takeOneWrite() {}

    /** Has nothing but Hubcast end the connection for silence. To be called while nothing of the answer is written. */
    void outliveTimeouts() {}

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
        return false;
    }

    /** Where the server wants a response to be written and ended. */
    Executor thread() {
        return Runnable::run;
    }

    /** Ends the connection at once, whatever waits to be written. */
    void close() {}

    /** Asks, one after the other, methods that take nothing. */
    static Object walk(Object from, String... steps) throws ReflectiveOperationException {
        Object at = from;
        for (String step : steps) {
            at = at.getClass().getMethod(step).invoke(at);
        }
        return at;
    }

    static Object field(Object of, String name) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }
}
