package dev.hubcast.entity.bridge;

import dev.hubcast.entity.EntityOperation;
import dev.hubcast.event.bridge.Transactions;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Finds for each change the transaction that it belongs to. Safe for use by any number of threads. */
final class NotedChanges {

    private static final Logger LOG = System.getLogger(NotedChanges.class.getName());

    private final LiveEntities entities;
    private final TransactionSynchronizationRegistry registry;
    private final Supplier<Origin> origin;
    private final int limit;
    private final Executor inRequest;
    private final Object key = new Object();

    /**
     * Takes what is open.
     *
     * @param entities knows the classes of whose changes somebody hears
     * @param registry knows the transaction of the calling thread
     * @param origin finds the connection that the thread works for, null if there is none
     * @param limit how many entities of a transaction are told of
     * @param inRequest runs observers after a transaction
     */
    NotedChanges(LiveEntities entities, TransactionSynchronizationRegistry registry, Supplier<Origin> origin, int limit,
            Executor inRequest) {
        this.entities = entities;
        this.registry = registry;
        this.origin = origin;
        this.limit = limit;
        this.inRequest = inRequest;
    }

    /** What is thrown is logged: it would roll back the transaction that JPA is flushing for. */
    void note(EntityOperation operation, Object entity) {
        try {
            entities.of(entity).ifPresent(type -> note(type, operation, entity));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> "Nobody hears of " + operation + " " + entity.getClass().getName(), e);
        }
    }

    private void note(LiveEntity type, EntityOperation operation, Object entity) {
        switch (Transactions.turnOf(TransactionPhase.AFTER_SUCCESS, registry)) {
            case NOW -> {
                TransactionChanges changes = begun();
                changes.note(type, operation, entity);
                changes.beforeCompletion();
                changes.afterCompletion(Status.STATUS_COMMITTED);
            }
            case LATER -> ofTransaction().note(type, operation, entity);
            case NEVER -> LOG.log(Level.DEBUG, "The transaction will fail, so nobody hears of {0} {1}", operation, type.name());
        }
    }

    /** What observers of changes change and flush in their turn is told after that. */
    private TransactionChanges ofTransaction() {
        TransactionChanges changes = (TransactionChanges) registry.getResource(key);
        if (changes == null || changes.isTold()) {
            changes = begun();
            registry.registerInterposedSynchronization(changes);
            registry.putResource(key, changes);
        }
        return changes;
    }

    private TransactionChanges begun() {
        return new TransactionChanges(limit, origin.get(), inRequest);
    }
}
