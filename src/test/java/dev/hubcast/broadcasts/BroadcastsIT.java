package dev.hubcast.broadcasts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawRequest;
import dev.hubcast.itest.ServerLog;
import dev.hubcast.itest.ServerUnderTest;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beans of every kind fire events and know nothing of hubs; those whom the events' class names hear them, after the commit. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BroadcastsIT {

    @ArquillianResource
    URI base;

    private RawHubClient north;
    private RawHubClient south;

    @Deployment(testable = false)
    static WebArchive application() {
        return ShopApplication.with(Shop.class, OrderBatch.class, OrdersResource.class)
                .addAsResource("dev/hubcast/broadcasts/order-batch.xml", "META-INF/batch-jobs/order-batch.xml");
    }

    @BeforeEach
    void watch() {
        north = connect("ada");
        south = connect("eve");
        north.invoke("watch", "region-north");
        south.invoke("watch", "region-south");
    }

    private RawHubClient connect(String user) {
        return RawHubConnector.to(base.resolve("hubs/sales")).query("user", user).connect();
    }

    @AfterEach
    void leave() {
        north.close();
        south.close();
    }

    private void post(String path) {
        assertThat(RawRequest.of("POST", base.resolve("api/" + path)).body("").send().status()).isEqualTo(204);
    }

    private static JsonObject heard(RawHubClient client, String method) {
        JsonObject call = client.receive();
        assertThat(call.getString("target")).isEqualTo(method);
        return call.getJsonArray("arguments").getJsonObject(0);
    }

    private static void assertHeardOrder(RawHubClient client, String product) {
        assertThat(heard(client, "orderPlaced").getString("product")).isEqualTo(product);
    }

    private static String connectionId(RawHubClient client) {
        return ((JsonString) client.invoke("connectionId")).getString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource", "fireAsync", "managed", "transactional", "asynchronous-ejb", "timer", "batch", "executor",
        "thread"})
    void a_bean_of_any_kind_fires_and_the_group_hears(String kind) {
        post("north/tea/" + kind);

        JsonObject event = heard(north, "orderPlaced");
        assertThat(event.getString("region")).isEqualTo("north");
        assertThat(event.getString("product")).isEqualTo("tea");
        south.receivedNothingUntil("nothing");
    }

    @Test
    void a_hub_calls_an_ejb_that_fires() {
        south.invoke("order", "north", "tea");

        assertHeardOrder(north, "tea");
        south.receivedNothingUntil("nothing");
    }

    @Test
    void what_is_fired_in_a_transaction_is_heard_after_it() {
        post("north/tea/ejb");

        assertThat(north.receive().getString("target")).isEqualTo("stillOpen");
        assertHeardOrder(north, "tea");
    }

    @Test
    void what_is_fired_without_a_transaction_is_heard_at_once() {
        post("north/tea/ejb-without-transaction");

        assertHeardOrder(north, "tea");
        assertThat(north.receive().getString("target")).isEqualTo("stillOpen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "refused-before", "joined-refused"})
    void a_rollback_sends_nothing(String how) {
        post("north/never/" + how);
        post("north/tea/resource");

        assertHeardOrder(north, "tea");
    }

    @Test
    @ExpectedLog(value = "WFLYEJB0034.*placeAndFail", on = ServerUnderTest.WILDFLY)
    void an_ejb_that_fails_sends_nothing() {
        post("north/never/failed");
        post("north/tea/resource");

        assertHeardOrder(north, "tea");
    }

    @Test
    void a_transactional_bean_that_fails_sends_nothing() {
        post("north/never/failed-transactional");
        post("north/tea/resource");

        assertHeardOrder(north, "tea");
    }

    @Test
    void a_call_that_joins_a_transaction_is_heard_with_it_in_order() {
        post("north/tea/joined");

        assertHeardOrder(north, "tea 1");
        assertHeardOrder(north, "tea 2");
    }

    @Test
    void what_is_fired_asynchronously_is_heard_whatever_becomes_of_the_transaction() {
        post("north/tea/asynchronous-refused");

        assertHeardOrder(north, "tea");
    }

    @Test
    void a_new_transaction_within_another_is_heard_at_its_own_end() {
        post("north/tea/new");

        assertHeardOrder(north, "tea new");
        assertHeardOrder(north, "tea 1");
        assertHeardOrder(north, "tea 2");
    }

    @Test
    void a_new_transaction_is_heard_though_that_around_it_is_rolled_back() {
        post("north/never/new-refused");
        post("north/tea/resource");

        assertHeardOrder(north, "never new");
        assertHeardOrder(north, "tea");
    }

    @Test
    void events_of_one_transaction_are_heard_in_their_order_whatever_their_class() {
        post("north/200/many");

        for (int i = 0; i < 200; i++) {
            assertHeardOrder(north, String.valueOf(i));
            assertThat(heard(north, "orderCancelled").getJsonObject("order").getString("product")).isEqualTo(String.valueOf(i));
        }
    }

    @Test
    void an_event_is_sent_in_the_phases_that_its_class_names_and_to_the_group_of_its_values() {
        north.invoke("watchCity", "eu-west", "bern");
        south.invoke("watchCity", "eu", "west-bern");
        post("eu-west/bern/news");
        assertThat(heard(north, "atOnce").getString("city")).isEqualTo("bern");
        assertThat(heard(north, "cityNews").getString("city")).isEqualTo("bern");

        post("eu-west/bern/news-refused");
        assertThat(heard(north, "atOnce").getString("city")).isEqualTo("bern");
        assertThat(heard(north, "failed").getString("city")).isEqualTo("bern");

        north.receivedNothingUntil("nothing");
        south.receivedNothingUntil("nothing");
    }

    @Test
    void a_user_hears_on_all_connections_but_the_one_where_it_came_from() {
        try (RawHubClient second = connect("ada")) {
            post("ada/" + connectionId(north) + "/price");
            assertThat(heard(second, "priceChanged").getString("owner")).isEqualTo("ada");
            north.receivedNothingUntil("nothing");
            south.receivedNothingUntil("nothing");

            post("ada/nobody/price");
            List.of(north, second).forEach(client -> assertThat(heard(client, "priceChanged").getString("owner")).isEqualTo("ada"));
        }
    }

    @Test
    void an_event_without_the_value_is_heard_by_nobody_and_the_log_says_so() {
        north.invoke("watch", "region-null");
        post("north/never/null");

        north.receivedNothingUntil("nothing");
        assertThat(ServerLog.text()).contains("Nobody hears an event of dev.hubcast.broadcasts.OrderPlaced as 'orderPlaced': a placeholder"
                + " in 'region-{region}' has no value");
    }

    @Test
    void a_hub_declares_events_that_know_nothing_of_it() {
        post("north/all/stock");

        assertThat(heard(north, "stockTaken").getString("region")).isEqualTo("north");
        assertThat(heard(north, "counted").getString("region")).isEqualTo("north");
        assertThat(heard(south, "counted").getString("region")).isEqualTo("north");
    }

    @Test
    void a_bean_decides_at_run_time_who_hears_what() {
        post("north/hello/announcement");

        assertThat(north.received("announced").get("arguments").toString()).isEqualTo("[\"hello\",null]");
        south.receivedNothingUntil("nothing");
    }

    @Test
    @ExpectedLog("Nobody hears an event of dev.hubcast.broadcasts.Unreadable as 'unreadable'")
    @ExpectedLog("Generating incomplete JSON")
    void an_event_that_cannot_be_told_hurts_neither_the_transaction_nor_the_others() {
        post("north/tea/with-what-cannot-be-told");

        assertHeardOrder(north, "tea");
    }

    @Test
    @ExpectedLog(value = "an observer fails", optional = true)
    void another_observer_that_fails_keeps_nobody_from_hearing() {
        post("north/curse/transactional");

        assertHeardOrder(north, "curse");
    }

    @Test
    void another_asynchronous_observer_that_fails_keeps_nobody_from_hearing() {
        post("north/curse/fireAsync");

        assertHeardOrder(north, "curse");
    }
}
