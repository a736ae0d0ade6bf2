package dev.hubcast.transport;

import dev.hubcast.TransportType;
import dev.hubcast.connection.Feed;
import dev.hubcast.connection.Transport;
import dev.hubcast.protocol.Payload;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Duration;
import java.util.List;

/**
 * A hub's connection over long polling ({@code TransportProtocols.md}, "Long Polling"): the server's records are the answers to requests
 * that wait for them, one after the other; the client's come in {@link Posts}.
 *
 * <p>An answer that could not be written stays, and is the answer to the next poll. Neither Undertow nor Grizzly notices by itself that the
 * client of a waiting poll has gone, so that is looked for before a poll is answered. Between two polls nothing is taken from the outbox.
 */
final class LongPolling implements Transport {

    private static final CloseReason STAYED_AWAY = new CloseReason(CloseCodes.CLOSED_ABNORMALLY, "No poll came.");
    private static final CloseReason IN_ORDER = new CloseReason(CloseCodes.NORMAL_CLOSURE, "");

    private final Duration pollTimeout;
    private final Duration patience;
    /** Told when no request can be for this connection any more. */
    private final Runnable forget;
    /** Told when the connection is over, but the client has yet to hear of it. */
    private final Runnable linger;
    private Feed feed;
    private Poll parked;
    /** Waits until the answer to the poll before it is written. */
    private Poll next;
    /** The last answer's records if it did not reach the client, which are sent again. */
    private byte[] unheard;
    /** The poll whose answer is being written. */
    private Poll answering;
    private boolean deleted;
    private boolean over;
    private long awaySince = System.nanoTime();

    LongPolling(Duration pollTimeout, Duration patience, Runnable linger, Runnable forget) {
        this.pollTimeout = pollTimeout;
        this.patience = patience;
        this.linger = linger;
        this.forget = forget;
    }

    /** Begins the connection; the poll that did so is answered at once. */
    synchronized LongPolling open(Admission admission) {
        feed = admission.open(this);
        return this;
    }

    synchronized Feed feed() {
        return feed;
    }

    @Override
    public TransportType type() {
        return TransportType.LONG_POLLING;
    }

    /** A client that polls shows that it lives. */
    @Override
    public boolean hasInherentKeepAlive() {
        return true;
    }

    /** Takes a poll; the one that waits, if any, is over. */
    void poll(Poll fresh) {
        Poll replaced;
        synchronized (this) {
            if (answering != null) {
                replaced = next;
                next = fresh;
            } else {
                replaced = parked;
                parked = fresh;
            }
        }
        if (replaced != null) {
            replaced.over();
        }
        answerOrPark();
    }

    /** The client of a poll is gone, before the poll was answered. */
    void lost(Poll poll) {
        synchronized (this) {
            if (parked == poll) {
                parked = null;
                awaySince = System.nanoTime();
            } else if (next == poll) {
                next = null;
            }
        }
    }

    /** What was not heard goes first; a connection that is over says so; else the poll waits for the outbox. */
    private void answerOrPark() {
        Poll poll;
        byte[] again;
        synchronized (this) {
            again = unheard;
            if (parked == null || again == null && !over) {
                poll = null;
            } else {
                poll = take(again != null);
                unheard = null;
            }
        }
        if (poll == null) {
            feed().writable();
        } else if (again != null) {
            answer(poll, again, failure -> { });
        } else {
            poll.over();
            forget.run();
        }
    }

    private Poll take(boolean toAnswer) {
        Poll taken = parked;
        parked = null;
        answering = toAnswer ? taken : null;
        awaySince = System.nanoTime();
        return taken;
    }

    /** What was not heard goes before anything else. */
    @Override
    public synchronized boolean isReady() {
        return parked != null && unheard == null || deleted;
    }

    @Override
    public void send(List<Payload> records, Sent sent) {
        byte[] body = Payload.joinBytes(records);
        Poll poll;
        synchronized (this) {
            poll = parked == null ? null : take(true);
            if (poll == null && !deleted) {
                unheard = body; // the poll was over since it was seen
            }
        }
        if (poll == null) {
            sent.done(null);
        } else {
            answer(poll, body, sent);
        }
    }

    private void answer(Poll poll, byte[] body, Sent sent) {
        poll.data(body, failure -> {
            synchronized (this) {
                answering = null;
                awaySince = System.nanoTime();
                unheard = failure == null ? null : body;
                parked = next;
                next = null;
            }
            sent.done(null);
            answerOrPark();
        });
    }

    /** The client ends the connection; a poll that waits is told. */
    void delete() {
        synchronized (this) {
            deleted = true;
        }
        feed().deleted();
        feed().writable();
    }

    @Override
    public void tick(long now) {
        Poll expired = null;
        boolean away;
        synchronized (this) {
            if (parked != null && parked.waitedNanos(now) > pollTimeout.toNanos()) {
                expired = take(false);
            }
            away = parked == null && expired == null && answering == null && now - awaySince > patience.toNanos();
        }
        if (expired != null) {
            expired.nothing();
        }
        if (away) {
            end(STAYED_AWAY);
        }
    }

    @Override
    public void close(CloseCode code) {
        end(IN_ORDER);
    }

    @Override
    public void abort() {
        Poll stuck;
        synchronized (this) {
            stuck = answering;
        }
        if (stuck != null) {
            stuck.abort();
        }
        end(IN_ORDER);
    }

    private void end(CloseReason reason) {
        Feed opened = feed();
        boolean known;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            known = deleted || reason == STAYED_AWAY;
        }
        (known ? forget : linger).run();
        answerOrPark();
        opened.transportClosed(reason);
    }
}
