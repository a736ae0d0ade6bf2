package dev.hubcast.transport;

import dev.hubcast.connection.Transport.Sent;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Writes frames to an upgraded connection, one at a time, by any thread, without ever waiting.
 *
 * <p>Every write is a whole array of exact length, because Undertow ignores offset and length, and goes by {@code isReady}, {@code write},
 * {@code flush}, {@code isReady}: Payara blocks a thread that writes without having asked, and Undertow throws. After an answer of "not
 * ready" nobody asks again before {@code onWritePossible} came: Payara takes a second question for a second registration.
 */
final class SocketWriter implements WriteListener {

    private static final Sent GO_ON = failure -> { };
    /** That of a write, and that of a write of nothing by which Undertow finds out that the connection was closed. */
    private static final int MOST_ERRORS = 2;

    private final ServletOutputStream out;
    private final Executor thread;
    private final Consumer<Throwable> failed;
    private final Object lock = new Object();
    private final Deque<Outgoing> waiting = new ArrayDeque<>();
    private Outgoing pong;
    private Sent inFlight;
    private boolean busy;
    /** At first too: a hub that shuts down may close a connection before the server listens, and Undertow throws then. */
    private boolean awaited = true;
    private boolean begun;
    private Runnable whenBegun;
    private boolean dead;
    private int errors;

    private record Outgoing(byte[] frame, Sent sent) {}

    /** Writes on any thread. Failed is told when the connection cannot be written any more, and again when the server notices that once more. */
    SocketWriter(ServletOutputStream out, Consumer<Throwable> failed) {
        this(out, Runnable::run, failed);
    }

    /** Writes on a thread of the server's. */
    SocketWriter(ServletOutputStream out, Executor thread, Consumer<Throwable> failed) {
        this.out = out;
        this.thread = thread;
        this.failed = failed;
    }

    /** Writes a frame after those that wait; sent may be null. */
    void write(byte[] frame, Sent sent) {
        boolean taken;
        synchronized (lock) {
            taken = !dead && waiting.add(new Outgoing(frame, sent));
        }
        if (taken) {
            thread.execute(this::drain);
        } else if (sent != null) {
            sent.done(new IOException("The connection is gone."));
        }
    }

    /**
     * Writes the answer to a ping. One that waits still is replaced, so that a client that pings and never reads fills no memory: the
     * newest ping alone needs an answer (RFC 6455, section 5.5.3).
     */
    void writePong(byte[] frame) {
        synchronized (lock) {
            if (dead) {
                return;
            }
            waiting.remove(pong);
            pong = new Outgoing(frame, null);
            waiting.add(pong);
        }
        drain();
    }

    @Override
    public void onWritePossible() {
        Runnable first;
        synchronized (lock) {
            awaited = false;
            begun = true;
            first = whenBegun;
            whenBegun = null;
        }
        drain();
        if (first != null) {
            first.run();
        }
    }

    /** Does something, at once or when the server begins to listen: when the request that opened the connection has left the servlet. */
    void whenBegun(Runnable action) {
        synchronized (lock) {
            if (!begun) {
                whenBegun = action;
                return;
            }
        }
        action.run();
    }

    /**
     * Undertow 2.3 calls this again and again, on an I/O thread, as long as something is left of a write that failed
     * (UpgradeServletOutputStream, handleError without a return). Who is told that it failed should see to what is left; where that
     * was of no use, only an exception ends the loop.
     */
    @Override
    public void onError(Throwable failure) {
        synchronized (lock) {
            errors++;
            if (errors > MOST_ERRORS) {
                throw new IllegalStateException("This connection's failure was dealt with already.", failure);
            }
        }
        if (!die(failure)) {
            failed.accept(failure);
        }
    }

    /** Tells who waits, and forgets what waits. Answers false if the connection was dead already. */
    boolean die(Throwable failure) {
        List<Sent> unsent = new ArrayList<>();
        synchronized (lock) {
            if (dead) {
                return false;
            }
            dead = true;
            unsent.add(inFlight);
            waiting.forEach(each -> unsent.add(each.sent()));
            waiting.clear();
            inFlight = null;
        }
        unsent.stream().filter(Objects::nonNull).forEach(sent -> sent.done(failure));
        failed.accept(failure);
        return true;
    }

    /** One thread at a time, which also does what its callbacks ask for: within them it would overflow the stack. */
    private void drain() {
        synchronized (lock) {
            if (busy) {
                return;
            }
            busy = true;
        }
        try {
            for (Sent done = step(); done != null; done = step()) {
                done.done(null);
            }
        } catch (IOException | RuntimeException e) {
            die(e);
        }
    }

    /** Does one thing: finishes the write in flight, whose callback is answered, or begins the next. Null when there is nothing to do. */
    private Sent step() throws IOException {
        synchronized (lock) {
            if (dead || awaited || inFlight == null && waiting.isEmpty()) {
                busy = false;
                return null;
            }
            if (!out.isReady()) {
                awaited = true;
                busy = false;
                return null;
            }
            if (inFlight != null) {
                Sent done = inFlight;
                inFlight = null;
                return done;
            }
            Outgoing next = waiting.poll();
            inFlight = next.sent() == null ? GO_ON : next.sent();
            out.write(next.frame());
            out.flush(); // one answer of "ready" is good for a write and its flush
            return GO_ON;
        }
    }
}
