package dev.hubcast.connection;

import dev.hubcast.TransportType;
import dev.hubcast.protocol.HubMessage.Sequence;
import dev.hubcast.protocol.Payload;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The transport of a client that may come back: SignalR's stateful reconnect ({@code HubProtocol.md}, "Sequence Message Encoding"). It
 * outlives the WebSockets that carry it one after the other. What was sent and not acknowledged is kept and sent again on the next one;
 * while more than the limit is kept, no send is done until the client acknowledges, so that the {@link Outbox} fills up to its own bound.
 *
 * <p>Until the client has shaken hands for it, everything is handed through.
 */
final class ResumableTransport implements Transport {

    private static final CloseReason STAYED_AWAY = new CloseReason(CloseCodes.CLOSED_ABNORMALLY, "The client did not come back.");

    private final HubConnection connection;
    private final Duration patience;
    private final SentRecords sentRecords;
    /** Held while bytes are taken, so that those of a WebSocket that was replaced do not mix with the next one's. Taken first. */
    private final Object reading = new Object();
    /** Null while the client is away. */
    private Carrier carrier;
    /** The outbox's send: in flight, or written while too much is unacknowledged. */
    private Sent pending;
    private boolean pendingIsWritten;
    private boolean enabled;
    private boolean ended;
    private boolean replaying;
    /** What the outbox sent while the client came back: it had found the WebSocket before ready. Leaves behind what comes again. */
    private List<Payload> late = List.of();
    /** Null unless the connection is closed behind what is sent again. */
    private CloseCode closesBehindReplay;
    private long lostAt;
    /** How many WebSockets a client has asked for in order to go on, and which of them it went on with last. */
    private long askedFor;
    private long newest;

    ResumableTransport(HubConnection connection, Transport first, HubOptions options) {
        this.connection = connection;
        this.patience = options.disconnectTimeout();
        this.sentRecords = new SentRecords(options.statefulReconnectBufferSize());
        this.carrier = new Carrier(first);
    }

    /** What the first WebSocket reports to. */
    synchronized Feed feed() {
        return carrier;
    }

    /** The client has shaken hands for it: what is sent from now on is counted, and a lost WebSocket is not the end. */
    synchronized void enable() {
        enabled = true;
    }

    /** Whether a client that comes now finds its connection. */
    synchronized boolean mayResume() {
        return enabled && !ended;
    }

    /** The connection ends, and who comes back comes too late. Answers whether the client is away. */
    synchronized boolean end() {
        ended = true;
        return carrier == null;
    }

    /** A client asks for a new WebSocket, which is not there yet; it may have lost that before the server opens it, and ask for another. */
    synchronized Function<Transport, Feed> returning() {
        long number = ++askedFor;
        return fresh -> resume(fresh, number);
    }

    /** Goes on with a new WebSocket, whatever has become of the one before; one that comes too late is closed. */
    private Feed resume(Transport fresh, long number) {
        Carrier next = new Carrier(fresh);
        Carrier replaced;
        Sent cut;
        List<Payload> again = new ArrayList<>();
        synchronized (reading) {
            synchronized (this) {
                if (!mayResume() || number < newest) {
                    connection.keepHouse(() -> fresh.close(CloseCodes.NORMAL_CLOSURE));
                    return next;
                }
                newest = number;
                replaced = carrier;
                carrier = next;
                replaying = true;
                late = List.of(); // among what was sent and not acknowledged
                cut = takePending();
                again.add(connection.write(new Sequence(sentRecords.next())));
                again.addAll(sentRecords.unacknowledged());
            }
            connection.restartInbound();
        }
        done(cut);
        if (replaced != null) {
            connection.keepHouse(replaced.transport::abort);
        }
        fresh.send(again, failure -> replayed(next, failure));
        return next;
    }

    private void replayed(Carrier by, Throwable failure) {
        if (failure != null) {
            lost(by);
            return;
        }
        List<Payload> behind;
        synchronized (this) {
            if (carrier != by) {
                return;
            }
            behind = takeLate();
            replaying = !behind.isEmpty();
            CloseCode code = closesBehindReplay;
            if (code != null && !replaying) {
                connection.keepHouse(() -> by.transport.close(code));
            }
        }
        if (behind.isEmpty()) {
            connection.writable();
        } else {
            by.transport.send(behind, unsent -> replayed(by, unsent));
        }
    }

    private List<Payload> takeLate() {
        List<Payload> taken = late;
        late = List.of();
        return taken;
    }

    /** The client has everything up to this number. */
    void acknowledged(long number) {
        Sent freed = null;
        synchronized (this) {
            sentRecords.acknowledged(number);
            if (pendingIsWritten && !sentRecords.isFull()) {
                freed = takePending();
            }
        }
        done(freed);
    }

    @Override
    public TransportType type() {
        return TransportType.WEB_SOCKETS;
    }

    @Override
    public synchronized boolean isReady() {
        return carrier != null && !replaying;
    }

    /** While the client is away it need not show that it lives. */
    @Override
    public synchronized boolean hasInherentKeepAlive() {
        return carrier == null;
    }

    @Override
    public void send(List<Payload> records, Sent sent) {
        Carrier by;
        boolean counted;
        synchronized (this) {
            by = replaying ? null : carrier;
            counted = enabled;
            if (counted) {
                sentRecords.add(records);
                pending = by == null ? null : sent;
            }
            if (replaying) {
                late = records;
            }
        }
        if (by == null) {
            sent.done(null); // lost or replaced since it was ready, and kept
        } else {
            by.transport.send(records, counted ? failure -> written(by, sent, failure) : sent);
        }
    }

    private void written(Carrier by, Sent sent, Throwable failure) {
        if (failure != null) {
            lost(by);
            return;
        }
        synchronized (this) {
            if (pending != sent) {
                return;
            }
            if (sentRecords.isFull()) {
                pendingIsWritten = true;
                return;
            }
            takePending();
        }
        sent.done(null);
    }

    private void lost(Carrier by) {
        Sent cut;
        boolean over;
        synchronized (this) {
            if (carrier != by) {
                return;
            }
            carrier = null;
            replaying = false;
            lostAt = System.nanoTime();
            cut = takePending();
            over = ended;
        }
        done(cut);
        if (over) {
            connection.transportClosed(STAYED_AWAY);
        }
    }

    private Sent takePending() {
        Sent taken = pending;
        pending = null;
        pendingIsWritten = false;
        return taken;
    }

    private static void done(Sent sent) {
        if (sent != null) {
            sent.done(null);
        }
    }

    @Override
    public void tick(long now) {
        boolean over;
        synchronized (this) {
            over = carrier == null && now - lostAt > patience.toNanos();
        }
        if (over) {
            connection.transportClosed(STAYED_AWAY);
        }
    }

    @Override
    public void close(CloseCode code) {
        Carrier by;
        synchronized (this) {
            closesBehindReplay = replaying ? code : null;
            by = replaying ? null : carrier;
        }
        if (by != null) {
            by.transport.close(code);
        }
    }

    @Override
    public void abort() {
        Carrier by;
        synchronized (this) {
            by = carrier;
        }
        if (by != null) {
            by.transport.abort();
        }
    }

    /** One of the WebSockets; what it reports after it was replaced is of no interest. */
    private final class Carrier implements Feed {

        private final Transport transport;

        Carrier(Transport transport) {
            this.transport = transport;
        }

        private boolean isCurrent() {
            synchronized (ResumableTransport.this) {
                return carrier == this;
            }
        }

        @Override
        public HubConnection connection() {
            return connection;
        }

        @Override
        public boolean received(byte[] bytes, int from, int to) {
            synchronized (reading) {
                return !isCurrent() || connection.received(bytes, from, to);
            }
        }

        @Override
        public boolean awaitRoom(long nanos) throws InterruptedException {
            return !isCurrent() || connection.awaitRoom(nanos);
        }

        @Override
        public void whenRoom(Runnable action) {
            if (isCurrent()) {
                connection.whenRoom(action);
            }
        }

        @Override
        public void writable() {
            if (isCurrent()) {
                connection.writable();
            }
        }

        @Override
        public void peerClosing(CloseReason reason) {
            if (isCurrent()) {
                connection.peerClosing(reason);
            }
        }

        @Override
        public void deleted() {
            if (isCurrent()) {
                connection.deleted();
            }
        }

        @Override
        public void flooded() {
            if (isCurrent()) {
                connection.flooded();
            }
        }

        /** A WebSocket that broke without a close frame may be followed by another one. */
        @Override
        public void transportClosed(CloseReason reason) {
            if (!isCurrent()) {
                return;
            }
            if (mayResume() && reason.getCloseCode().getCode() == CloseCodes.CLOSED_ABNORMALLY.getCode()) {
                lost(this);
            } else {
                connection.transportClosed(reason);
            }
        }

        @Override
        public String toString() {
            return connection.toString();
        }
    }
}
