package dev.hubcast.transport;

import dev.hubcast.connection.Transport.Sent;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A response that is written later, by any thread and without waiting, and that ends once. */
final class AsyncResponse implements AsyncListener {

    private static final Logger LOG = System.getLogger(AsyncResponse.class.getName());

    private final HttpServletResponse response;
    private final AsyncContext async;
    private final TcpConnection tcp;
    private final SocketWriter writer;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * Lost is told once, when the response cannot be written any more and nobody has ended it. A request that a framework has made
     * asynchronous is taken over; what frameworks hand out in its place may work on the request's own thread only, so the server's is asked.
     */
    AsyncResponse(HttpServletRequest request, Consumer<Throwable> lost) throws IOException {
        this.async = request.isAsyncStarted() ? request.getAsyncContext() : request.startAsync();
        this.response = (HttpServletResponse) async.getResponse();
        this.tcp = TcpConnection.of(async.getRequest());
        response.setBufferSize(1); // what is written is whole, and Undertow would keep 16 KiB for each response
        this.writer = new SocketWriter(response.getOutputStream(), tcp.thread(), failure -> {
            if (end()) {
                lost.accept(failure);
            }
        });
        tcp.outliveTimeouts();
        async.setTimeout(0); // servers' own limit is 30 s; Hubcast's clock keeps the times
    }

    /** To be called when everybody who may hear from it is ready to. */
    void begin() throws IOException {
        async.addListener(this);
        response.getOutputStream().setWriteListener(writer);
    }

    HttpServletResponse response() {
        return response;
    }

    /** Writes behind what was written before; sent may be null. */
    void write(byte[] bytes, Sent sent) {
        writer.write(bytes, sent == null ? null : failure -> sent.done(failure == null && tcp.isBroken()
                ? new IOException("The connection broke.") : failure));
    }

    /** Has a write be called done only when it left the server, for a response that goes on. */
    void takeOneWrite() {
        tcp.takeOneWrite();
    }

    /** Whether the client, as far as the server can know, still waits for the response to begin. */
    boolean isAwaited() {
        return !ended.get() && !tcp.isBroken() && !tcp.hasUnread();
    }

    /** Ends the response in order, behind what was written. Answers false if it had ended. */
    boolean end() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        // Undertow cannot bear an end before it has begun to listen (ServletOutputStreamImpl, handleEvent without a channel).
        writer.whenBegun(() -> tcp.thread().execute(this::complete));
        return true;
    }

    private void complete() {
        try {
            async.complete();
        } catch (IllegalStateException e) { // the server was first
            LOG.log(Level.DEBUG, "The server ended a response itself", e);
        }
    }

    /** Ends the response and TCP, whatever waits to be written. */
    void abort() {
        tcp.thread().execute(tcp::close);
        writer.die(new IOException("The connection was aborted."));
    }

    @Override
    public void onError(AsyncEvent event) {
        writer.die(event.getThrowable());
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        writer.die(new IOException("The server lost patience, although it was asked to have it."));
    }

    /** Undertow holds a monitor of its own meanwhile, which it wants too where a write fails, so the writer must not be waited for. */
    @Override
    public void onComplete(AsyncEvent event) {
        if (!ended.get()) {
            writer.die(new IOException("The server ended the response itself."));
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // nobody starts it again
    }
}
