package dev.hubcast.entity.bridge;

import dev.hubcast.dispatch.HubSender;
import dev.hubcast.entity.EntityChange;
import dev.hubcast.entity.EntityOperation;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one transaction changes. Before it completes, when JPA has flushed for the last time, the final states are written; after its
 * success they are sent. Used by one thread at a time. Nothing is thrown: that would roll the transaction back.
 */
final class TransactionChanges implements Synchronization {

    private static final Logger LOG = System.getLogger(TransactionChanges.class.getName());

    private final int limit;
    private final Origin origin;
    private final Map<Object, Fate> fates = new LinkedHashMap<>();
    private final Map<HubSender<?>, List<Runnable>> prepared = new LinkedHashMap<>();
    private final List<Runnable> forObservers = new ArrayList<>();
    private boolean tooMany;
    private boolean told;

    /**
     * Takes what limits memory.
     *
     * @param limit how many entities may be changed
     * @param origin the connection that the changes come from, may be null
     */
    TransactionChanges(int limit, Origin origin) {
        this.limit = limit;
        this.origin = origin;
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
        fate.type().events().fire(change);
        if (fate.type().events().areObservedAsync()) {
            forObservers.add(() -> fate.type().events().fireAsync(change));
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
        if (status == Status.STATUS_COMMITTED) {
            send();
        }
    }

    void send() {
        prepared.forEach(HubSender::sendPaced);
        forObservers.forEach(Runnable::run);
    }
}
