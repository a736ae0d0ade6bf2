package dev.hubcast.connection;

import java.util.concurrent.TimeUnit;

/** Keeps a connection's times: what the clock's next look at it should do. */
final class Liveness {

    private static final long TICK = TimeUnit.SECONDS.toNanos(1);

    private final HubOptions options;
    private final long created;
    private volatile boolean accepted;
    private volatile boolean pinged;
    private volatile long lastReceived;
    private volatile long ended;

    enum Verdict {
        FINE, PING, HANDSHAKE_LATE, CLIENT_SILENT, WRITE_STALLED, CLOSE_STALLED
    }

    Liveness(HubOptions options, long now) {
        this.options = options;
        this.created = now;
        this.lastReceived = now;
    }

    void received() {
        lastReceived = System.nanoTime();
    }

    void accepted() {
        accepted = true;
    }

    /** A client that has never pinged may be silent for ever, as in the reference server. */
    void pinged() {
        pinged = true;
    }

    void ended() {
        ended = System.nanoTime() | 1; // never 0
    }

    Verdict verdict(long now, Outbox outbox, CallQueue calls) {
        if (ended != 0) {
            return now - ended > options.closeTimeout().toNanos() ? Verdict.CLOSE_STALLED : Verdict.FINE;
        }
        if (!accepted) {
            return now - created > options.handshakeTimeout().toNanos() && !calls.busy() ? Verdict.HANDSHAKE_LATE : Verdict.FINE;
        }
        if (outbox.stalledNanos(now) > options.sendTimeout().toNanos()) {
            return Verdict.WRITE_STALLED;
        }
        if (pinged && now - lastReceived > options.clientTimeout().toNanos() && !calls.busy()) {
            return Verdict.CLIENT_SILENT;
        }
        return outbox.silentNanos(now) >= options.keepAliveInterval().toNanos() - TICK / 2 && outbox.waitingBytes() == 0
                ? Verdict.PING
                : Verdict.FINE;
    }
}
