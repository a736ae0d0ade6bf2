package dev.hubcast.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingHubContextTest {

    interface Seller {
        void placed(String product, int amount);
    }

    @Hub
    @ServerEndpoint("/hubs/sales")
    static class SalesHub {

        public void call(HubCaller caller) {
            caller.client().send("you");
            caller.others().send("others");
            caller.othersInGroup("north").send("neighbours");
        }
    }

    private final RecordingHubContext<SalesHub> sales = new RecordingHubContext<>(Duration.ofMillis(20));

    @Test
    void what_was_sent_is_asserted_by_whom_it_was_for() {
        HubContext<SalesHub> context = sales;
        context.clients().all().send("a");
        context.clients().allExcept(List.of("c1")).send("b");
        context.clients().client("c1").send("c");
        context.clients().clients(List.of("c2", "c1")).send("d");
        context.clients().group("north").send("e");
        context.clients().groupExcept("north", List.of("c1")).send("f");
        context.clients().groups(List.of("north", "south")).send("g");
        context.clients().user("ada").send("h");
        context.clients().users(List.of("ada", "eve")).send("i");

        sales.sent().all().send("a");
        sales.sent().allExcept(List.of("c1")).send("b");
        sales.sent().client("c1").send("c");
        sales.sent().clients(List.of("c1", "c2")).send("d");
        sales.sent().group("north").send("e");
        sales.sent().groupExcept("north", List.of("c1")).send("f");
        sales.sent().groups(List.of("south", "north")).send("g");
        sales.sent().user("ada").send("h");
        sales.sent().users(List.of("eve", "ada")).send("i");
        sales.sentNothing();
    }

    @Test
    void recipients_are_told_in_words() {
        sales.clients().all().send("a");
        sales.clients().allExcept(List.of("c2", "c1")).send("b");
        sales.clients().client("c1").send("c");
        sales.clients().groupExcept("north", List.of("c1")).send("d");
        sales.clients().groups(List.of("south", "north")).send("e");
        sales.clients().users(List.of("ada", "eve")).send("f");

        fails(sales::sentNothing, """
                Nothing more should have been sent, but there was
                  a() to all
                  b() to all except c1, c2
                  c() to client c1
                  d() to group north except c1
                  e() to groups north, south
                  f() to users ada, eve""");
    }

    @Test
    void another_recipient_is_told() {
        sales.clients().group("north").send("placed", "tea", 1);

        fails(() -> sales.sent().group("south").send("placed", "tea", 1), """
                Next should have been sent
                  placed("tea",1) to group south
                but there was
                  placed("tea",1) to group north""");
        sales.sent().group("north").send("placed", "tea", 1);
    }

    @Test
    void other_arguments_are_told() {
        sales.clients().all().send("placed", "tea", 1);

        fails(() -> sales.sent().all().send("placed", "tea", 2), """
                Next should have been sent
                  placed("tea",2) to all
                but there was
                  placed("tea",1) to all""");
    }

    @Test
    void nothing_sent_is_told() {
        fails(() -> sales.sent().all().send("placed"), """
                Next should have been sent
                  placed() to all
                but there was nothing more""");
        sales.sentNothing();
    }

    @Test
    void client_interfaces_send_and_assert() {
        sales.clients(Seller.class).group("north").placed("tea", 1);

        sales.sent(Seller.class).group("north").placed("tea", 1);
        sales.sentNothing();
    }

    @Test
    void what_was_sent_is_kept_as_it_was_then() {
        List<String> products = new ArrayList<>(List.of("tea"));
        sales.clients().all().send("placed", products);
        products.clear();

        sales.sent().all().send("placed", List.of("tea"));
    }

    @Test
    void what_cannot_be_sent_is_refused_as_on_a_server() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> sales.clients().all().send(""));
        sales.sentNothing();
    }

    @Test
    void groups_without_clients_have_no_members() {
        assertThat(sales.groups().add("c1", "north")).isCompleted();
        assertThat(sales.groups().remove("c1", "north")).isCompleted();
    }

    @Test
    void what_was_sent_can_be_forgotten() {
        sales.clients().all().send("a");
        sales.forget();
        sales.sentNothing();
    }

    @Test
    void a_testers_context_reaches_clients_and_keeps_what_callers_send() {
        HubTester<SalesHub> tester = HubTester.of(SalesHub.class);
        HubTestClient ada = tester.connect();
        HubTestClient eve = tester.connect();
        tester.context().groups().add(eve.connectionId(), "north");

        ada.invoke("call");

        tester.context().sent().client(ada.connectionId()).send("you");
        tester.context().sent().allExcept(List.of(ada.connectionId())).send("others");
        tester.context().sent().groupExcept("north", List.of(ada.connectionId())).send("neighbours");
        tester.context().sentNothing();
        ada.received("you");
        ada.receivedNothing();
        eve.received("others");
        eve.received("neighbours");
    }

    private static void fails(Runnable assertion, String text) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion::run).withMessage(text);
    }
}
