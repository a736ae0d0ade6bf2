package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.connection.Eventually;
import dev.hubcast.entity.EntityChange;
import dev.hubcast.entity.EntityChanges;
import dev.hubcast.entity.LiveUpdates;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Beans observe changes of entities, each in the phase of the transaction that it names, wherever JPA flushed. */
class ObservedChangesTest {

    @Hub(name = "post")
    @ServerEndpoint("/post")
    static class Post {}

    @Entity
    @LiveUpdates(hub = "post", all = true)
    public static class Letter {

        @Id
        private final int id;

        Letter(int id) {
            this.id = id;
        }

        public int getId() {
            return id;
        }
    }

    @Entity
    @LiveUpdates(hub = "post", all = true)
    public static class Parcel extends Letter {

        Parcel(int id) {
            super(id);
        }
    }

    @RequestScoped
    static class Desk {

        String name() {
            return "desk";
        }
    }

    @ApplicationScoped
    static class Archive {

        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Inject
        Desk desk;

        void inProgress(@Observes EntityChange<Letter> change) {
            seen.add("in progress " + change.entity().getId());
        }

        void before(@Observes(during = TransactionPhase.BEFORE_COMPLETION) EntityChange<Letter> change) {
            seen.add("before " + change.entity().getId());
        }

        void success(@Observes(during = TransactionPhase.AFTER_SUCCESS) EntityChange<Letter> change, EventMetadata metadata) {
            Type observed = ((ParameterizedType) metadata.getType()).getActualTypeArguments()[0];
            seen.add("success " + change.entity().getId() + " " + desk.name() + " " + observed.getTypeName());
        }

        void failure(@Observes(during = TransactionPhase.AFTER_FAILURE) EntityChange<?> change) {
            seen.add("failure " + change.operation());
        }

        void completion(@Observes(during = TransactionPhase.AFTER_COMPLETION) EntityChange<? extends Letter> change) {
            seen.add("completion " + change.entity().getId());
        }

        void async(@ObservesAsync EntityChange<Letter> change) {
            seen.add("async " + change.entity().getId());
        }

        List<String> seen() {
            return seen;
        }
    }

    @ApplicationScoped
    static class Censor {

        private final List<String> seen = new CopyOnWriteArrayList<>();

        void first(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(1) EntityChange<Parcel> change) {
            throw new IllegalStateException("an observer fails");
        }

        void second(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(2) EntityChange<Parcel> change) {
            seen.add(change.entityName());
        }

        List<String> seen() {
            return seen;
        }
    }

    private final OpenHubs hubs = OpenHubs.of(Post.class, Letter.class, Parcel.class, Archive.class, Censor.class, Desk.class);
    private final EntityChanges changes = hubs.bean(EntityChanges.class);

    @AfterEach
    void close() {
        hubs.close();
    }

    private List<String> seen() {
        return hubs.bean(Archive.class).seen().stream().filter(each -> !each.startsWith("async")).toList();
    }

    private static String success(int id) {
        return "success " + id + " desk " + Letter.class.getName();
    }

    @Test
    void each_observer_hears_of_a_change_in_its_phase() {
        hubs.transactions().begin();
        changes.added(new Letter(1));
        assertThat(seen()).isEmpty();
        hubs.transactions().registerInterposedSynchronization(new Synchronization() {

            @Override
            public void beforeCompletion() {
                assertThat(seen()).containsExactly("in progress 1", "before 1");
            }

            @Override
            public void afterCompletion(int status) {
                assertThat(status).isEqualTo(Status.STATUS_COMMITTED);
            }
        });
        hubs.transactions().commit();

        assertThat(seen()).containsExactly("in progress 1", "before 1", success(1), "completion 1");
        Eventually.holds(() -> assertThat(hubs.bean(Archive.class).seen()).contains("async 1"));
    }

    @Test
    void a_commit_that_fails_is_heard_as_a_failure() {
        hubs.transactions().begin();
        changes.added(new Letter(1));
        hubs.transactions().failToCommit();

        assertThat(seen()).containsExactly("in progress 1", "before 1", "failure ADD", "completion 1");
    }

    @Test
    void a_change_without_a_transaction_is_heard_as_a_success() {
        changes.added(new Letter(1));

        assertThat(seen()).containsExactly("in progress 1", "before 1", success(1), "completion 1");
    }

    @Test
    void an_observer_that_fails_keeps_nobody_from_hearing() {
        hubs.transactions().begin();
        changes.added(new Parcel(1));
        hubs.transactions().commit();

        assertThat(hubs.bean(Censor.class).seen()).containsExactly("Parcel");
        assertThat(seen()).containsExactly("completion 1");
    }
}
