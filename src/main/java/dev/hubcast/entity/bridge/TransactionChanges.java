package dev.hubcast.entity.bridge;

import dev.hubcast.dispatch.HubSender;
import dev.hubcast.entity.EntityChange;
import dev.hubcast.entity.EntityOperation;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * What one transaction changes. Before it completes, when JPA has flushed for the last time, the final states are written; after its
 * success they are sent. Used by one thread at a time. Nothing is thrown: that would roll the transaction back.
 */
final class TransactionChanges implements Synchronization {

    private static final Logger LOG = System.getLogger(TransactionChanges.class.getName());

    /** The phases whose observers are told when the transaction is over. */
    static final Set<TransactionPhase> AFTERWARDS =
            EnumSet.of(TransactionPhase.AFTER_COMPLETION, TransactionPhase.AFTER_SUCCESS, TransactionPhase.AFTER_FAILURE);

    private record Observed(EntityChange<?> change, ChangeEvents events) {

        void fire(TransactionPhase phase) {
            events.fire(phase, change);
        }
    }

    private final int limit;
    private final Origin origin;
    private final Executor inRequest;
    private final Map<Object, Fate> fates = new LinkedHashMap<>();
    private final Map<HubSender<?>, List<Runnable>> prepared = new LinkedHashMap<>();
    private final List<Observed> observedLater = new ArrayList<>();
    private boolean tooMany;
    private boolean told;

    /**
     * Takes what limits memory.
     *
     * @param limit how many entities may be changed
     * @param origin the connection that the changes come from, may be null
     * @param inRequest runs observers after the transaction
     */
    TransactionChanges(int limit, Origin origin, Executor inRequest) {
        this.limit = limit;
        this.origin = origin;
        this.inRequest = inRequest;
    }

    void note(LiveEntity type, EntityOperation operation, Object entity) {
        if (!tooMany) {
            fates.computeIfAbsent(type.identity().of(entity), key -> new Fate(type, operation)).then(operation, entity);
            tooMany = fates.size() > limit;
        }
        if (tooMany) {
            fates.clear();
        }
    }

    /** Whether it is too late to take note of anything. */
    boolean isTold() {
        return told;
    }

    @Override
    public void beforeCompletion() {
        told = true;
        if (tooMany) {
            LOG.log(Level.WARNING, "A transaction changes more than {0} entities with live updates, so nobody hears of them. Raise"
                    + " hubcast.entity-changes-limit, or tell clients once, by firing a Broadcast", limit);
        }
        List<Fate> all = List.copyOf(fates.values());
        fates.clear();
        all.forEach(fate -> fate.operation().ifPresent(operation -> tell(fate, operation)));
    }

    private void tell(Fate fate, EntityOperation operation) {
        EntityChange<?> change = new EntityChange<>(operation, fate.type().name(), fate.entity());
        for (LiveDeclaration each : fate.type().declarations()) {
            guarded(change, each.target().method(), () -> each.prepare(change, origin).ifPresent(
                    send -> prepared.computeIfAbsent(each.target().hub(), hub -> new ArrayList<>()).add(send)));
        }
        Observed observed = new Observed(change, fate.type().events());
        observed.fire(TransactionPhase.IN_PROGRESS);
        observed.fire(TransactionPhase.BEFORE_COMPLETION);
        if (observed.events().areObservedLater()) {
            observedLater.add(observed);
        }
    }

    private static void guarded(EntityChange<?> change, String method, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError e) { // getters and mappings may throw anything, cycles in a value the latter
            LOG.log(Level.ERROR, () -> "Nobody hears of " + change.operation() + " " + change.entityName() + " as '" + method + "'", e);
        }
    }

    /** May be called by a thread of the server's that has no context. */
    @Override
    public void afterCompletion(int status) {
        boolean succeeded = status == Status.STATUS_COMMITTED;
        if (succeeded) {
            prepared.forEach(HubSender::sendPaced);
            observedLater.forEach(each -> each.events().fireAsync(each.change()));
        }
        if (!observedLater.isEmpty()) {
            inRequest.execute(() -> observedLater.forEach(each -> {
                each.fire(succeeded ? TransactionPhase.AFTER_SUCCESS : TransactionPhase.AFTER_FAILURE);
                each.fire(TransactionPhase.AFTER_COMPLETION);
            }));
        }
    }
}
