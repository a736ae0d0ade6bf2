package dev.hubcast.entities;

import dev.hubcast.entity.EntityChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Observes changes by the class of the entity, in several phases. */
@ApplicationScoped
public class Witness {

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    void now(@Observes EntityChange<Task> change) {
        see("now", change);
        if (change.entity().getTitle().endsWith("now cursed")) {
            throw new IllegalStateException("an observer within the transaction fails");
        }
    }

    void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) EntityChange<Task> change) {
        see("after", change);
        if (change.entity().getTitle().endsWith("later cursed")) {
            throw new IllegalStateException("an observer after the transaction fails");
        }
    }

    void failed(@Observes(during = TransactionPhase.AFTER_FAILURE) EntityChange<Task> change) {
        see("failed", change);
    }

    void async(@ObservesAsync EntityChange<? extends Task> change) {
        see("async", change);
    }

    void ofAnother(@Observes EntityChange<Note> change) {
        seen.add("note " + change.operation() + " " + change.entityName() + " " + change.entity().getText());
    }

    private void see(String when, EntityChange<? extends Task> change) {
        seen.add(when + " " + change.operation() + " " + change.entityName() + " " + change.entity().getTitle());
    }

    List<String> seenOf(String title) {
        return seen.stream().filter(each -> each.endsWith(" " + title)).toList();
    }
}
