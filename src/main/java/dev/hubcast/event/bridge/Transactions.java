package dev.hubcast.event.bridge;

import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.Executor;

/**
 * Knows the transaction of the calling thread. CDI's own transactional observers would be notified one by one, and on WildFly in the
 * reverse order of their events, as Narayana does it with all synchronizations.
 */
public final class Transactions {

    /** When it is a phase's turn. */
    public enum Turn {
        /** At once. */
        NOW,
        /** At the transaction's end. */
        LATER,
        /** Not at all: the transaction will fail. */
        NEVER
    }

    private final TransactionSynchronizationRegistry registry;
    private final Executor together;
    private final Object key = new Object();

    /** Takes what runs all that is due in one go. */
    Transactions(TransactionSynchronizationRegistry registry, Executor together) {
        this.registry = registry;
        this.together = together;
    }

    /** When something is to be done that is wanted in a phase. */
    Turn turnOf(TransactionPhase phase) {
        return turnOf(phase, registry);
    }

    /**
     * When something is to be done that is wanted in a phase (CDI 4.0, section 10.5.1: a transaction that is doomed, or over).
     *
     * @param phase the phase
     * @param registry knows the transaction of the calling thread
     * @return at once, if there is no transaction
     */
    public static Turn turnOf(TransactionPhase phase, TransactionSynchronizationRegistry registry) {
        if (phase == TransactionPhase.IN_PROGRESS) {
            return Turn.NOW;
        }
        return switch (registry.getTransactionStatus()) {
            case Status.STATUS_ACTIVE, Status.STATUS_PREPARING, Status.STATUS_PREPARED, Status.STATUS_COMMITTING -> Turn.LATER;
            case Status.STATUS_MARKED_ROLLBACK, Status.STATUS_ROLLING_BACK ->
                    phase == TransactionPhase.AFTER_SUCCESS ? Turn.NEVER : Turn.NOW;
            default -> Turn.NOW;
        };
    }

    /** Has something done in a phase whose turn is later. */
    void later(TransactionPhase phase, Runnable work) {
        PhasedWork waiting = (PhasedWork) registry.getResource(key);
        if (waiting == null) {
            waiting = new PhasedWork(together);
            registry.registerInterposedSynchronization(waiting);
            registry.putResource(key, waiting);
        }
        waiting.add(phase, work);
    }
}
