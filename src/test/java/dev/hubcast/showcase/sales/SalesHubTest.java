package dev.hubcast.showcase.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.testing.FailedCallException;
import dev.hubcast.testing.HubTestClient;
import dev.hubcast.testing.HubTester;
import org.junit.jupiter.api.Test;

class SalesHubTest {

    private final OrderBook book = new OrderBook();
    private final HubTester<SalesHub> sales =
            HubTester.of(SalesHub.class).with(OrderBook.class, book).with(RushHour.class, new RushHour());

    @Test
    void whoever_watches_a_region_gets_its_orders_and_hears_of_more() {
        OrderPlaced order = book.enter(Region.NORTH, Product.FILTER, 1);
        book.enter(Region.EAST, Product.FILTER, 1);
        HubTestClient ada = sales.connect();

        OrderPlaced[] orders = ada.invoke(OrderPlaced[].class, "watch", "NORTH");

        assertThat(orders).extracting(OrderPlaced::id).containsExactly(order.id());
        assertThat(ada.groups()).containsExactly("region-NORTH");
    }

    @Test
    void a_region_that_is_let_go_is_not_heard_of() {
        HubTestClient ada = sales.connect();
        ada.invoke("watch", "NORTH");
        ada.invoke("watch", "WEST");

        ada.invoke("unwatch", "NORTH");

        assertThat(ada.groups()).containsExactly("region-WEST");
    }

    @Test
    void what_is_no_region_is_refused() {
        HubTestClient ada = sales.connect();

        assertThatExceptionOfType(FailedCallException.class).isThrownBy(() -> ada.invoke("watch", "MOON"));
        assertThatExceptionOfType(FailedCallException.class).isThrownBy(() -> ada.invoke("watch", (Object) null));
    }

    @Test
    void nobody_comes_by_themselves_at_first() {
        assertThat(sales.connect().invoke(Boolean.class, "isRushHour")).isFalse();
    }
}
