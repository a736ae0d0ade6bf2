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
 * <p>One that nobody comes for is forgotten after {@link #PATIENCE}; more than {@link #MOST_WAITING} at a time are not taken, so that
 * negotiating alone cannot fill the memory.
 */
final class Negotiations {

    static final Duration PATIENCE = Duration.ofSeconds(15);
    static final int MOST_WAITING = 100_000;

    private static final int ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Negotiation> byToken = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    Negotiations() {
        this(System::nanoTime);
    }

    Negotiations(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Makes a new pair of id and token, which are the same in version 0. Empty if there are too many already. */
    Optional<Negotiation> begin(String userName, boolean separateToken) {
        if (byToken.size() >= MOST_WAITING + live()) {
            return Optional.empty();
        }
        String id = newId();
        Negotiation negotiation = new Negotiation(id, separateToken ? newId() : id, userName, nanoTime.getAsLong());
        byToken.put(negotiation.token(), negotiation);
        return Optional.of(negotiation);
    }

    private long live() {
        return byToken.size() < MOST_WAITING ? 0 : byToken.values().stream().filter(Negotiation::isClaimed).count();
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

    /** Forgets those that nobody came for. */
    void expire() {
        long now = nanoTime.getAsLong();
        byToken.values().removeIf(negotiation -> negotiation.isForgotten(now, PATIENCE));
    }

    int count() {
        return byToken.size();
    }
}
