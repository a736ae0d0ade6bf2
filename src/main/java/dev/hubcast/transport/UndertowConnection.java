package dev.hubcast.transport;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** A connection of Undertow 2.3 (WildFly): knows public methods of its, and where XNIO keeps the socket. */
final class UndertowConnection extends TcpConnection {

    static final String REQUEST = "io.undertow.servlet.spec.HttpServletRequestImpl";

    private static final Logger LOG = System.getLogger(UndertowConnection.class.getName());

    private final Object connection;
    private final Executor ioThread;

    private UndertowConnection(Object connection, Executor ioThread) {
        super(socketOf(connection));
        this.connection = connection;
        this.ioThread = ioThread;
    }

    static TcpConnection behind(Object request) throws ReflectiveOperationException {
        Object connection = walk(request, "getExchange", "getConnection");
        return new UndertowConnection(connection, (Executor) walk(connection, "getIoThread"));
    }

    /** Through TLS too. */
    private static SelectableChannel socketOf(Object connection) {
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

    /**
     * The read and write time-outs of WildFly's listener, 90 s each by default, hold for a connection as long as TCP lives: an upgraded one
     * is ended if its client is silent for so long, and any whose server writes again after so long. They are taken from the connection for
     * good; what an idle one may do between two requests is another limit, which stays.
     */
    @Override
    void outliveTimeouts() {
        try {
            ClassLoader undertow = connection.getClass().getClassLoader();
            Method setOption = connection.getClass().getMethod("setOption", undertow.loadClass("org.xnio.Option"), Object.class);
            for (String option : new String[] {"READ_TIMEOUT", "WRITE_TIMEOUT"}) {
                setOption.invoke(connection, undertow.loadClass("org.xnio.Options").getField(option).get(null), 0);
            }
        } catch (ReflectiveOperationException | RuntimeException e) { // another version
            LOG.log(Level.DEBUG, "The listener's time-outs stay", e);
        }
    }

    /**
     * The connection's I/O thread: elsewhere Undertow logs an error (UT005088) for each client that is gone, and may end a request on two
     * threads at once.
     */
    @Override
    Executor thread() {
        return this::runOnIoThread;
    }

    private void runOnIoThread(Runnable task) {
        if (Thread.currentThread() == ioThread) {
            task.run();
            return;
        }
        try {
            ioThread.execute(task);
        } catch (RejectedExecutionException e) { // the server stops
            task.run();
        }
    }

    @Override
    void close() {
        try {
            walk(connection, "close");
        } catch (ReflectiveOperationException | RuntimeException e) { // the peer may be gone already
            LOG.log(Level.DEBUG, "A connection did not end", e);
        }
    }
}
