package dev.hubcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Peer;
import dev.hubcast.event.BroadcastTo;
import dev.hubcast.security.CallerIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.websocket.server.ServerEndpoint;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of annotated classes reach those that the annotation says, and nobody else. */
class DeclaredBroadcastsTest {

    @Hub(name = "sales")
    @ServerEndpoint("/sales")
    static class Sales {}

    @Hub
    @ServerEndpoint("/chat")
    static class Chat {}

    @BroadcastTo(hub = "sales", group = "region-{region}")
    public record OrderPlaced(String region, String product) {}

    @BroadcastTo(hub = "sales", user = "{owner}", method = "PRICE", except = "{origin}")
    public record PriceChanged(String owner, String origin) {}

    @BroadcastTo(hub = "sales", all = true, except = "{origin}")
    @BroadcastTo(hub = "Chat", all = true, method = "fromSales")
    public record Everywhere(String origin) {}

    @BroadcastTo(hub = "sales", group = "{region}-{city}")
    public record CityNews(String region, String city) {}

    @BroadcastTo(hub = "sales", all = true)
    public interface Notice {

        String getText();
    }

    public record Warning(String getText) implements Notice {}

    @BroadcastTo(hub = "sales", all = true, method = "closing")
    public static class Closing extends Closed {

        public Closing(String shop) {
            super(shop);
        }
    }

    @BroadcastTo(hub = "sales", all = true)
    public static class Closed {

        private String shop;

        public Closed(String shop) {
            this.shop = shop;
        }

        public String getShop() {
            return shop;
        }

        void move(String to) {
            shop = to;
        }
    }

    public static class ClosedForEver extends Closed {

        public ClosedForEver(String shop) {
            super(shop);
        }
    }

    @BroadcastTo(hub = "sales", all = true, when = TransactionPhase.IN_PROGRESS)
    public record AtOnce() {}

    @BroadcastTo(hub = "sales", all = true, when = TransactionPhase.AFTER_FAILURE)
    public record Failed() {}

    @BroadcastTo(hub = "sales", all = true)
    public static class Unwritable {

        public String getName() {
            throw new IllegalStateException("a getter that fails");
        }
    }

    @ApplicationScoped
    @BroadcastTo(hub = "sales", all = true)
    public static class BeanToo {}

    @ApplicationScoped
    static class Observer {

        private final List<Object> seen = new ArrayList<>();

        void see(@Observes Unwritable event) {
            seen.add(event);
        }

        List<Object> seen() {
            return seen;
        }
    }

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger("dev.hubcast.event.bridge");

    private final List<LogRecord> log = new ArrayList<>();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord record) {
            log.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final OpenHubs hubs = OpenHubs.of(Sales.class, Chat.class, OrderPlaced.class, PriceChanged.class, Everywhere.class,
            CityNews.class, Notice.class, Closed.class, Closing.class, ClosedForEver.class, AtOnce.class, Failed.class, Unwritable.class,
            BeanToo.class, Observer.class);

    @BeforeEach
    void watchTheLog() {
        LOG.addHandler(handler);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void close() {
        hubs.close();
        LOG.removeHandler(handler);
        LOG.setUseParentHandlers(true);
    }

    private void fire(Object event) {
        hubs.event().fire(event);
    }

    private static String call(String method, String json) {
        return "{\"type\":1,\"target\":\"" + method + "\",\"arguments\":[" + json + "]}";
    }

    private static String orderPlaced(String product) {
        return call("orderPlaced", "{\"region\":\"north\",\"product\":\"" + product + "\"}");
    }

    private static CallerIdentity user(String name) {
        return new CallerIdentity(() -> name, Set.of(), Set.of());
    }

    @Test
    void the_group_that_an_event_names_hears_it_under_the_name_of_its_class() {
        Peer north = hubs.connect("sales", "region-north");
        Peer south = hubs.connect("sales", "region-south");
        Peer elsewhere = hubs.connect("Chat", "region-north");
        fire(new OrderPlaced("north", "tea"));

        north.heardExactly(orderPlaced("tea"));
        south.heardExactly();
        elsewhere.heardExactly();
    }

    @Test
    void the_user_that_an_event_names_hears_it_but_not_where_it_came_from() {
        Peer first = hubs.connect("sales", user("ada"));
        Peer second = hubs.connect("sales", user("ada"));
        Peer other = hubs.connect("sales", user("eve"));
        String origin = first.connection().id();
        fire(new PriceChanged("ada", origin));

        second.heardExactly(call("PRICE", "{\"owner\":\"ada\",\"origin\":\"" + origin + "\"}"));
        first.heardExactly();
        other.heardExactly();
    }

    @Test
    void several_declarations_all_count() {
        Peer first = hubs.connect("sales");
        Peer second = hubs.connect("sales");
        Peer chat = hubs.connect("Chat");
        fire(new Everywhere(first.connection().id()));

        first.heardExactly();
        second.heardExactly(call("everywhere", "{\"origin\":\"" + first.connection().id() + "\"}"));
        chat.heardExactly(call("fromSales", "{\"origin\":\"" + first.connection().id() + "\"}"));
    }

    @Test
    void nobody_is_left_out_where_an_event_came_from_no_connection() {
        Peer peer = hubs.connect("sales");
        fire(new Everywhere(null));

        peer.heardExactly(call("everywhere", "{\"origin\":null}"));
    }

    @Test
    void a_value_cannot_name_the_group_of_other_values() {
        Peer bern = hubs.connect("sales", "eu-west-bern");
        fire(new CityNews("eu-west", "bern"));
        bern.heardExactly();

        fire(new CityNews("eu", "west-bern"));
        bern.heardExactly(call("cityNews", "{\"region\":\"eu\",\"city\":\"west-bern\"}"));
    }

    @Test
    void without_a_value_nobody_hears_and_the_log_says_so() {
        Peer peer = hubs.connect("sales", "region-null", "region-");
        fire(new OrderPlaced(null, "tea"));

        peer.heardExactly();
        assertThat(log).singleElement().satisfies(record -> {
            assertThat(record.getLevel()).isEqualTo(Level.WARNING);
            assertThat(MessageFormat.format(record.getMessage(), record.getParameters()))
                    .contains(OrderPlaced.class.getName(), "'orderPlaced'", "'region-{region}' has no value");
        });
    }

    @Test
    void events_of_subclasses_and_implementations_are_heard_once() {
        Peer peer = hubs.connect("sales");
        fire(new Warning("hot"));
        fire(new ClosedForEver("bakery"));

        peer.heardExactly(call("notice", "{\"getText\":\"hot\"}"), call("closed", "{\"shop\":\"bakery\"}"));
    }

    @Test
    void a_subclass_with_an_annotation_of_its_own_is_broadcast_by_both() {
        Peer peer = hubs.connect("sales");
        fire(new Closing("bakery"));

        Eventually.holds(() -> assertThat(peer.hears().subList(1, peer.hears().size()))
                .containsExactlyInAnyOrder(call("closed", "{\"shop\":\"bakery\"}"), call("closing", "{\"shop\":\"bakery\"}")));
    }

    @Test
    void events_of_a_transaction_are_heard_after_its_success_in_the_order_of_firing() {
        Peer peer = hubs.connect("sales", "region-north");
        hubs.transactions().begin();
        for (int i = 0; i < 3; i++) {
            fire(new OrderPlaced("north", "tea " + i));
            fire(new Closed("bakery " + i));
        }
        fire(new AtOnce());
        fire(new Failed());
        peer.heardExactly(call("atOnce", "{}"));
        hubs.transactions().commit();

        peer.heardExactly(call("atOnce", "{}"),
                orderPlaced("tea 0"), call("closed", "{\"shop\":\"bakery 0\"}"),
                orderPlaced("tea 1"), call("closed", "{\"shop\":\"bakery 1\"}"),
                orderPlaced("tea 2"), call("closed", "{\"shop\":\"bakery 2\"}"));
    }

    @Test
    void a_rollback_sends_nothing_but_what_waits_for_it() {
        Peer peer = hubs.connect("sales", "region-north");
        hubs.transactions().begin();
        fire(new OrderPlaced("north", "never"));
        fire(new Failed());
        hubs.transactions().rollBack();
        hubs.transactions().begin().setRollbackOnly();
        fire(new OrderPlaced("north", "never"));
        hubs.transactions().rollBack();

        peer.heardExactly(call("failed", "{}"));
    }

    @Test
    void an_event_is_heard_as_it_was_when_it_was_fired() {
        Peer peer = hubs.connect("sales");
        Closed event = new Closed("bakery");
        hubs.transactions().begin();
        fire(event);
        event.move("bank");
        hubs.transactions().commit();

        peer.heardExactly(call("closed", "{\"shop\":\"bakery\"}"));
    }

    @Test
    void who_joins_before_the_commit_hears_what_was_fired_before_that() {
        hubs.transactions().begin();
        fire(new OrderPlaced("north", "tea"));
        Peer late = hubs.connect("sales", "region-north");
        hubs.transactions().commit();

        late.heardExactly(orderPlaced("tea"));
    }

    @Test
    void events_that_are_fired_asynchronously_are_heard() {
        Peer peer = hubs.connect("sales", "region-north");
        Eventually.value(hubs.event().fireAsync(new OrderPlaced("north", "tea")).toCompletableFuture());

        peer.heardExactly(orderPlaced("tea"));
    }

    @Test
    void an_event_that_cannot_be_sent_hurts_nobody_and_the_log_says_why() {
        Peer peer = hubs.connect("sales");
        fire(new Unwritable());

        peer.heardExactly();
        assertThat(hubs.bean(Observer.class).seen()).hasSize(1);
        assertThat(log).singleElement().satisfies(record -> {
            assertThat(record.getLevel()).isEqualTo(Level.SEVERE);
            assertThat(record.getMessage()).contains(Unwritable.class.getName(), "unwritable");
            assertThat(record.getThrown()).isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Test
    void a_class_of_events_is_no_bean_unless_it_says_so_itself() {
        assertThat(hubs.beans(Closed.class).isUnsatisfied()).isTrue();
        assertThat(hubs.beans(BeanToo.class).isResolvable()).isTrue();
    }
}
