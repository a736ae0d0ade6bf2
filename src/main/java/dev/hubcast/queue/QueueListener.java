package dev.hubcast.queue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hubcast.transport.EventFrame;
import dev.hubcast.transport.EventResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A client's stream of a queue's events. One write is in flight at a time, and takes along what has piled up. */
final class QueueListener implements QueueReader {

    private static final Logger LOG = System.getLogger(QueueListener.class.getName());
    private static final long TICK = TimeUnit.SECONDS.toNanos(1);
    /** By the time to wait a browser stays away: it would take over in turn, and so on. */
    private static final byte[] TAKEN_OVER = new EventFrame(64)
            .field("retry", String.valueOf(Integer.MAX_VALUE)).field("event", "taken-over")
            .data(List.of("Another listener reads this queue now.".getBytes(US_ASCII))).end().bytes();

    private final EventQueue queue;
    private final QueueOptions options;
    private final Consumer<QueueListener> gone;
    /** Null until the stream is open. */
    private EventResponse response;
    private boolean writing;
    private long lastWrite;
    private boolean ending;
    private long endingSince;
    private byte[] farewell;
    private boolean over;

    /** Gone is told once, when the stream has ended. */
    QueueListener(EventQueue queue, QueueOptions options, Consumer<QueueListener> gone) {
        this.queue = queue;
        this.options = options;
        this.gone = gone;
    }

    /** Answers a request with the stream. */
    void open(HttpServletRequest request) throws IOException {
        EventResponse stream = EventResponse.open(request, this::lost);
        synchronized (this) {
            response = stream;
            lastWrite = System.nanoTime();
        }
        wake();
        stream.begin();
    }

    @Override
    public void wake() {
        byte[] events;
        synchronized (this) {
            if (response == null || writing || over) {
                return;
            }
            events = next();
            if (events == null && !ending) {
                return;
            }
            writing = events != null;
            over = !writing;
            lastWrite = System.nanoTime();
        }
        if (events != null) {
            response.write(events, this::written);
        } else {
            response.end();
            leave();
        }
    }

    /** What to write, null for nothing. */
    private byte[] next() {
        if (ending) {
            byte[] last = farewell;
            farewell = null;
            return last;
        }
        EventQueue.Batch batch = queue.take(this, System.nanoTime());
        if (batch.last()) {
            beginToEnd(null);
        }
        return batch.events();
    }

    private void written(Throwable failure) {
        synchronized (this) {
            writing = false;
        }
        if (failure == null) {
            wake();
        } else {
            abort(); // also where the server does not know yet that TCP is broken
        }
    }

    @Override
    public void takenOver() {
        end(TAKEN_OVER);
    }

    /** Ends the stream in order, behind the write that is in flight. */
    void end() {
        end(null);
    }

    private void end(byte[] lastEvents) {
        synchronized (this) {
            if (ending) {
                return;
            }
            beginToEnd(lastEvents);
        }
        wake();
    }

    private synchronized void beginToEnd(byte[] lastEvents) {
        ending = true;
        endingSince = System.nanoTime();
        farewell = lastEvents;
    }

    /** Looks at the stream's times, once a second. */
    void tick(long now) {
        boolean stuck;
        boolean silent;
        synchronized (this) {
            if (over || response == null) {
                return;
            }
            stuck = writing && now - lastWrite > options.sendTimeout().toNanos()
                    || ending && now - endingSince > options.closeTimeout().toNanos();
            silent = !writing && !ending && now - lastWrite >= options.keepAliveInterval().toNanos() - TICK / 2;
            if (silent && !stuck) {
                writing = true;
                lastWrite = now;
            }
        }
        if (stuck) {
            LOG.log(Level.DEBUG, "{0}: its listener does not read", queue);
            abort();
        } else if (silent) {
            response.comment(this::written);
        }
        queue.expire(now);
    }

    /** Ends the stream at once, as hard as the server can. */
    void abort() {
        EventResponse stream;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            stream = response;
        }
        if (stream != null) {
            stream.abort();
        }
        leave();
    }

    private void lost(Throwable failure) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        LOG.log(Level.DEBUG, () -> queue + ": its listener is lost", failure);
        leave();
    }

    private void leave() {
        queue.detach(this);
        gone.accept(this);
    }
}
