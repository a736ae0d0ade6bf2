package dev.hubcast.transport;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Connections that were negotiated, by their secret tokens: waiting for their transport, or live. Safe for use by any number of threads.
 *
 * <p>One that nobody comes for is forgotten after a while; more than {@link #MOST_WAITING} at a time are not taken, so that
 * negotiating alone cannot fill the memory.
 */
final class Negotiations {

    static final int MOST_WAITING = 100_000;

    private static final int ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Negotiation> byToken = new ConcurrentHashMap<>();
    private final Duration patience;
    private final LongSupplier nanoTime;

    Negotiations(Duration patience) {
        this(patience, System::nanoTime);
    }

    Negotiations(Duration patience, LongSupplier nanoTime) {
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** Makes a new pair of id and token, which are the same in version 0. Empty if there are too many already. */
    Optional<Negotiation> begin(String userName, boolean separateToken, boolean statefulReconnect) {
        if (byToken.size() >= MOST_WAITING + live()) {
            return Optional.empty();
        }
        String id = newId();
        Negotiation negotiation = new Negotiation(id, separateToken ? newId() : id, userName, statefulReconnect,
                nanoTime.getAsLong());
        byToken.put(negotiation.token(), negotiation);
        return Optional.of(negotiation);
    }

    private long live() {
        return byToken.size() < MOST_WAITING ? 0 : byToken.values().stream().filter(each -> each.claimedBy() != null).count();
    }

    /** A random id that needs no encoding in a URL. */
    String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What was negotiated under a token, null if nothing was or it has ended. */
    Negotiation find(String token) {
        return byToken.get(token);
    }

    void end(Negotiation negotiation) {
        byToken.remove(negotiation.token(), negotiation);
    }

    /** Keeps one that is over until its client has heard of it, but not for long. */
    void linger(Negotiation negotiation) {
        negotiation.linger(nanoTime.getAsLong());
    }

    /** Forgets those that nobody came for. */
    void expire() {
        long now = nanoTime.getAsLong();
        byToken.values().removeIf(negotiation -> negotiation.isForgotten(now, patience));
    }

    int count() {
        return byToken.size();
    }
}
