package dev.hubcast.transport;

import java.time.Duration;
import java.util.Objects;

/** A negotiated connection: its public id, its secret token, and whether a transport has claimed it. */
final class Negotiation {

    private final String connectionId;
    private final String token;
    private final String userName;
    private final long begun;
    private boolean claimed;

    Negotiation(String connectionId, String token, String userName, long begun) {
        this.connectionId = connectionId;
        this.token = token;
        this.userName = userName;
        this.begun = begun;
    }

    String connectionId() {
        return connectionId;
    }

    String token() {
        return token;
    }

    /** Whether a user may use it: the one who negotiated, and nobody else who got hold of the token. */
    boolean belongsTo(String user) {
        return Objects.equals(userName, user);
    }

    /** Takes it for a transport. Answers false if another one has it. */
    synchronized boolean claim() {
        if (claimed) {
            return false;
        }
        claimed = true;
        return true;
    }

    /** The transport did not come about. */
    synchronized void release() {
        claimed = false;
    }

    synchronized boolean isClaimed() {
        return claimed;
    }

    synchronized boolean isForgotten(long now, Duration patience) {
        return !claimed && now - begun > patience.toNanos();
    }
}
