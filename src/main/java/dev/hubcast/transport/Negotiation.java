package dev.hubcast.transport;

import dev.hubcast.TransportType;
import dev.hubcast.connection.Feed;
import java.time.Duration;
import java.util.Objects;

/**
 * A negotiated connection: its public id, its secret token, and what carries it since a request came for it. Safe for use by any number of
 * threads.
 */
final class Negotiation {

    private final String connectionId;
    private final String token;
    private final String userName;
    private final boolean statefulReconnect;
    private final long begun;
    private TransportType claimedBy;
    private long lingeringSince;
    private volatile Feed feed;
    private volatile Posts posts;
    private volatile LongPolling polling;

    Negotiation(String connectionId, String token, String userName, boolean statefulReconnect, long begun) {
        this.connectionId = connectionId;
        this.token = token;
        this.userName = userName;
        this.statefulReconnect = statefulReconnect;
        this.begun = begun;
    }

    String connectionId() {
        return connectionId;
    }

    String token() {
        return token;
    }

    /** Whether the client asked for stateful reconnect and may have it. */
    boolean statefulReconnect() {
        return statefulReconnect;
    }

    /** Whether a user may use it: the one who negotiated, and nobody else who got hold of the token. */
    boolean belongsTo(String user) {
        return Objects.equals(userName, user);
    }

    /** Takes it for a transport. Answers null if nobody had it, else which transport has it. */
    synchronized TransportType claim(TransportType type) {
        TransportType before = claimedBy;
        if (before == null) {
            claimedBy = type;
        }
        return before;
    }

    /** The transport did not come about. */
    synchronized void release() {
        claimedBy = null;
    }

    synchronized TransportType claimedBy() {
        return claimedBy;
    }

    /** The transport has come about. */
    void carriedBy(Feed opened, TransportType type) {
        feed = opened;
        posts = type == TransportType.WEB_SOCKETS ? null : new Posts(opened);
    }

    /** The connection takes polls. */
    void accept(LongPolling opened) {
        polling = opened;
    }

    /** What the transport reports to, null before it has come about. */
    Feed feed() {
        return feed;
    }

    /** Null unless the connection takes POST requests. */
    Posts posts() {
        return posts;
    }

    /** Null unless the connection takes polls. */
    LongPolling polling() {
        return polling;
    }

    /** The connection is over, and one more request may want to hear that. */
    synchronized void linger(long now) {
        lingeringSince = now | 1; // never 0
    }

    synchronized boolean isForgotten(long now, Duration patience) {
        long since = lingeringSince != 0 ? lingeringSince : begun;
        return (claimedBy == null || lingeringSince != 0) && now - since > patience.toNanos();
    }
}
