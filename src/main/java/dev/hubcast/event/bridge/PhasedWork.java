package dev.hubcast.event.bridge;

import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/** What waits for the end of one transaction, in the order in which it came. */
final class PhasedWork implements Synchronization {

    private static final Logger LOG = System.getLogger(PhasedWork.class.getName());

    private record Item(TransactionPhase phase, Runnable work) {}

    private final Executor together;
    private final List<Item> waiting = new ArrayList<>();

    /** Takes what runs all that is due in one go. */
    PhasedWork(Executor together) {
        this.together = together;
    }

    void add(TransactionPhase phase, Runnable work) {
        synchronized (waiting) {
            waiting.add(new Item(phase, work));
        }
    }

    @Override
    public void beforeCompletion() {
        run(EnumSet.of(TransactionPhase.BEFORE_COMPLETION));
    }

    /** May be called by a thread of the server's that has no context. */
    @Override
    public void afterCompletion(int status) {
        run(EnumSet.of(TransactionPhase.AFTER_COMPLETION,
                status == Status.STATUS_COMMITTED ? TransactionPhase.AFTER_SUCCESS : TransactionPhase.AFTER_FAILURE));
    }

    private void run(Set<TransactionPhase> phases) {
        List<Item> due;
        synchronized (waiting) {
            due = waiting.stream().filter(item -> phases.contains(item.phase())).toList();
            waiting.removeIf(item -> phases.contains(item.phase()));
        }
        if (!due.isEmpty()) {
            together.execute(() -> due.forEach(item -> guarded(item.work())));
        }
    }

    /** An exception would keep the transaction's other synchronizations from being told. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Nobody hears what was to be sent at the end of a transaction", e);
        }
    }
}
