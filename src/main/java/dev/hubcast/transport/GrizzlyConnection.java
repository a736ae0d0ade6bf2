package dev.hubcast.transport;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.nio.channels.SelectableChannel;

/** A connection of Grizzly 4.0 under Catalina (Payara 6): knows public methods of theirs. */
final class GrizzlyConnection extends TcpConnection {

    static final String REQUEST = "org.apache.catalina.connector.RequestFacade";

    private static final Logger LOG = System.getLogger(GrizzlyConnection.class.getName());

    private final Object connection;
    private final Method isOpen;

    private GrizzlyConnection(Object connection) throws ReflectiveOperationException {
        super((SelectableChannel) walk(connection, "getChannel"));
        this.connection = connection;
        this.isOpen = connection.getClass().getMethod("isOpen");
    }

    static TcpConnection behind(Object request) throws ReflectiveOperationException {
        return new GrizzlyConnection(walk(request, "getUnwrappedCoyoteRequest", "getCoyoteRequest", "getContext", "getConnection"));
    }

    /**
     * Grizzly calls a write done until four times the socket's send buffer wait in the server's memory, which on a fast network are
     * megabytes for each client that does not read. No interface of Jakarta's bounds that.
     */
    @Override
    void takeOneWrite() {
        try {
            connection.getClass().getMethod("setMaxAsyncWriteQueueSize", int.class).invoke(connection, 1);
        } catch (ReflectiveOperationException | RuntimeException e) { // another version
            LOG.log(Level.DEBUG, "The server's own queue keeps its bound", e);
        }
    }

    /** Grizzly closes a connection when a write fails, and tells only who writes once more. */
    @Override
    boolean isBroken() {
        try {
            return !(boolean) isOpen.invoke(connection);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The server does not say whether a connection is open", e);
            return false;
        }
    }

    @Override
    void close() {
        try {
            walk(connection, "terminateSilently");
        } catch (ReflectiveOperationException | RuntimeException e) { // the peer may be gone already
            LOG.log(Level.DEBUG, "A connection did not end", e);
        }
    }
}
