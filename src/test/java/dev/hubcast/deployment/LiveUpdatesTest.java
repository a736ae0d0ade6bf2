package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.hubcast.Hub;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Peer;
import dev.hubcast.entity.EntityChange;
import dev.hubcast.entity.EntityChanges;
import dev.hubcast.entity.EntityMapping;
import dev.hubcast.entity.EntityOperation;
import dev.hubcast.entity.LiveUpdates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.transaction.Synchronization;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes that JPA, or an author, tells of reach those that the entity's class names, and beans that observe them. */
class LiveUpdatesTest {

    @Hub(name = "board")
    @ServerEndpoint("/board")
    static class Board {}

    @Hub(name = "numbers")
    @ServerEndpoint("/numbers")
    static class Numbers {}

    @MappedSuperclass
    public static class Item {

        @Id
        private final int id;

        private String title;

        Item(int id, String title) {
            this.id = id;
            this.title = title;
        }

        public int getId() {
            return id;
        }

        public String getTitle() {
            return title;
        }

        Item rename(String to) {
            title = to;
            return this;
        }
    }

    @Entity
    @LiveUpdates(hub = "board", group = "titles-{title}")
    public static class Book extends Item {

        Book(int id, String title) {
            super(id, title);
        }
    }

    @Entity(name = "Bestseller")
    public static class Success extends Book {

        Success(int id, String title) {
            super(id, title);
        }
    }

    @Entity
    @LiveUpdates(hub = "board", all = true, only = {"title", "id"})
    @LiveUpdates(hub = "numbers", all = true, method = "seen", mapping = TitleAlone.class)
    public static class Record extends Item {

        Record(int id, String title) {
            super(id, title);
        }
    }

    @Entity
    @LiveUpdates(hub = "board", all = true, mapping = Failing.class)
    public static class Unwritable extends Item {

        Unwritable(int id) {
            super(id, "unwritable");
        }
    }

    @Entity
    public static class Unheard extends Item {

        Unheard(int id) {
            super(id, "unheard");
        }
    }

    public static class TitleAlone implements EntityMapping<Item> {

        @Override
        public Object map(Item entity, EntityOperation operation) {
            return entity.getTitle().equals("secret") ? null : entity.getTitle();
        }
    }

    @ApplicationScoped
    public static class Failing implements EntityMapping<Item> {

        @Override
        public Object map(Item entity, EntityOperation operation) {
            throw new IllegalStateException("a mapping that fails");
        }
    }

    @ApplicationScoped
    static class Witness {

        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Inject
        EntityChanges changes;

        void ofBooks(@Observes EntityChange<Book> change) {
            see("book", change);
            if ("cursed".equals(change.entity().getTitle())) {
                throw new IllegalStateException("an observer fails");
            }
        }

        void ofAllBooks(@Observes EntityChange<? extends Book> change) {
            if (change.entity() instanceof Success) {
                see("success", change);
            }
        }

        void ofRecords(@Observes EntityChange<Record> change) {
            see("record", change);
            if (change.entity().getTitle().equals("makes another")) {
                changes.added(new Record(change.entity().getId() + 1, "made in turn"));
            }
        }

        void later(@ObservesAsync EntityChange<Record> change) {
            see("later", change);
        }

        private void see(String by, EntityChange<? extends Item> change) {
            seen.add(by + " " + change.operation() + " " + change.entityName() + " " + change.entity().getTitle());
        }

        List<String> seen() {
            return seen;
        }
    }

    private final OpenHubs hubs = OpenHubs.of(Board.class, Numbers.class, Item.class, Book.class, Success.class, Record.class,
            Unwritable.class, Unheard.class, Failing.class, Witness.class);
    private final EntityChanges changes = hubs.bean(EntityChanges.class);

    @AfterEach
    void close() {
        hubs.close();
    }

    private static String call(String method, String operation, String name, String entity) {
        return "{\"type\":1,\"target\":\"" + method + "\",\"arguments\":[{\"operation\":" + operation + ",\"entityName\":\"" + name
                + "\",\"entity\":" + entity + "}]}";
    }

    private static String book(String operation, int id, String title) {
        return call("entityChanged", "\"" + operation + "\"", "Book", "{\"id\":" + id + ",\"title\":\"" + title + "\"}");
    }

    private static String record(String operation, int id, String title) {
        return call("entityChanged", "\"" + operation + "\"", "Record", "{\"title\":\"" + title + "\",\"id\":" + id + "}");
    }

    private List<String> seen() {
        return hubs.bean(Witness.class).seen();
    }

    @Test
    void a_change_without_a_transaction_is_heard_at_once_by_those_whom_the_entity_names() {
        Peer emma = hubs.connect("board", "titles-Emma");
        Peer dracula = hubs.connect("board", "titles-Dracula");
        changes.added(new Book(1, "Emma"));
        changes.updated(new Book(1, "Emma"));
        changes.removed(new Book(1, "Emma"));

        emma.heardExactly(book("ADD", 1, "Emma"), book("UPDATE", 1, "Emma"), book("DELETE", 1, "Emma"));
        dracula.heardExactly();
    }

    @Test
    void a_transaction_is_heard_after_its_success_once_for_each_entity_with_its_final_state() {
        Peer peer = hubs.connect("board");
        Record changed = new Record(1, "one");
        hubs.transactions().begin();
        changes.added(changed);
        changes.updated(new Record(2, "two"));
        changed.rename("one in between");
        changes.updated(changed);
        changes.added(new Record(3, "never"));
        changes.removed(new Record(3, "never"));
        changed.rename("one in the end");
        peer.heardExactly();
        hubs.transactions().commit();

        peer.heardExactly(record("ADD", 1, "one in the end"), record("UPDATE", 2, "two"));
    }

    @Test
    void what_changes_after_the_completion_began_is_not_sent() {
        Peer peer = hubs.connect("board");
        Record changed = new Record(1, "before");
        hubs.transactions().begin();
        changes.added(changed);
        hubs.transactions().registerInterposedSynchronization(new Synchronization() {

            @Override
            public void beforeCompletion() {
                changed.rename("after");
            }

            @Override
            public void afterCompletion(int status) {}
        });
        hubs.transactions().commit();

        peer.heardExactly(record("ADD", 1, "before"));
    }

    @Test
    void a_rollback_sends_nothing_and_tells_no_bean() {
        Peer peer = hubs.connect("board");
        hubs.transactions().begin();
        changes.added(new Record(1, "never"));
        hubs.transactions().rollBack();
        hubs.transactions().begin().setRollbackOnly();
        changes.added(new Record(1, "never"));
        hubs.transactions().rollBack();
        changes.added(new Record(2, "at once"));

        peer.heardExactly(record("ADD", 2, "at once"));
        assertThat(seen()).noneMatch(each -> each.endsWith("never"));
    }

    @Test
    void nested_transactions_are_heard_each_at_its_own_end() {
        Peer peer = hubs.connect("board");
        hubs.transactions().begin();
        changes.added(new Record(1, "outer"));
        hubs.transactions().begin();
        changes.added(new Record(2, "inner"));
        hubs.transactions().commit();
        peer.heardExactly(record("ADD", 2, "inner"));
        hubs.transactions().commit();

        peer.heardExactly(record("ADD", 2, "inner"), record("ADD", 1, "outer"));
    }

    @Test
    void names_of_operations_are_the_hubs_and_a_mapping_may_keep_a_change_back() {
        Peer peer = hubs.connect("numbers");
        changes.added(new Record(1, "one"));
        changes.updated(new Record(1, "secret"));
        changes.removed(new Record(1, "one"));

        peer.heardExactly(call("seen", "0", "Record", "\"one\""), call("seen", "2", "Record", "\"one\""));
    }

    @Test
    void a_subclass_is_heard_where_its_superclass_is_under_its_own_name() {
        Peer peer = hubs.connect("board", "titles-Emma");
        changes.added(new Success(1, "Emma"));

        peer.heardExactly(call("entityChanged", "\"ADD\"", "Bestseller", "{\"id\":1,\"title\":\"Emma\"}"));
        assertThat(seen()).containsExactly("success ADD Bestseller Emma");
    }

    @Test
    void beans_observe_changes_by_class_and_asynchronously_after_the_success() {
        hubs.transactions().begin();
        changes.added(new Record(1, "one"));
        changes.added(new Book(2, "Emma"));
        assertThat(seen()).isEmpty();
        hubs.transactions().commit();

        Eventually.holds(() -> assertThat(seen())
                .containsExactlyInAnyOrder("record ADD Record one", "book ADD Book Emma", "later ADD Record one"));
    }

    @Test
    void what_an_observer_changes_in_its_turn_is_heard_too() {
        Peer peer = hubs.connect("board");
        hubs.transactions().begin();
        changes.added(new Record(1, "makes another"));
        hubs.transactions().commit();

        Eventually.holds(() -> assertThat(peer.hears().subList(1, peer.hears().size()))
                .containsExactlyInAnyOrder(record("ADD", 1, "makes another"), record("ADD", 2, "made in turn")));
    }

    @Test
    void an_observer_that_fails_and_an_entity_that_cannot_be_told_hurt_nobody() {
        Peer peer = hubs.connect("board", "titles-cursed");
        hubs.transactions().begin();
        changes.added(new Unwritable(1));
        changes.added(new Book(2, "cursed"));
        changes.added(new Record(3, "fine"));
        hubs.transactions().commit();

        peer.heardExactly(book("ADD", 2, "cursed"), record("ADD", 3, "fine"));
    }

    @Test
    void nobody_hears_of_an_entity_whose_placeholder_has_no_value_or_that_is_not_live() {
        Peer peer = hubs.connect("board", "titles-null", "titles-");
        changes.added(new Book(1, null));
        changes.added(new Unheard(2));
        changes.added("no entity");

        peer.heardExactly();
        assertThatNullPointerException().isThrownBy(() -> changes.added(null));
    }

    @Test
    void many_changes_are_heard_in_order_and_too_many_not_at_all() {
        Peer peer = hubs.connect("board");
        String[] all = IntStream.range(0, OpenHubs.MOST_CHANGES).mapToObj(id -> record("ADD", id, "many")).toArray(String[]::new);
        hubs.transactions().begin();
        IntStream.range(0, OpenHubs.MOST_CHANGES).forEach(id -> changes.added(new Record(id, "many")));
        hubs.transactions().commit();
        peer.heardExactly(all);

        hubs.transactions().begin();
        IntStream.range(0, OpenHubs.MOST_CHANGES + 2).forEach(id -> changes.added(new Record(id, "too many")));
        hubs.transactions().commit();
        peer.heardExactly(all);
    }
}
