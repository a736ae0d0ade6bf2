package dev.hubcast.showcase.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OrderBookTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final OrderBook book = new OrderBook(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void an_order_costs_what_its_products_cost_together() {
        OrderPlaced order = book.enter(Region.NORTH, Product.COLD_BREW, 3);

        assertThat(order.amount()).isEqualByComparingTo("72.00");
        assertThat(order.product()).isEqualTo("Cold brew kit");
        assertThat(order.at()).isEqualTo(NOON);
    }

    @Test
    void each_region_has_its_own_orders_in_their_order() {
        OrderPlaced first = book.enter(Region.NORTH, Product.FILTER, 1);
        book.enter(Region.EAST, Product.FILTER, 1);
        OrderPlaced last = book.enter(Region.NORTH, Product.DECAF, 1);

        assertThat(book.of(Region.NORTH)).containsExactly(first, last);
        assertThat(book.of(Region.WEST)).isEmpty();
        assertThat(last.id()).isGreaterThan(first.id());
    }

    @Test
    void the_oldest_are_forgotten() {
        OrderPlaced oldest = book.enter(Region.NORTH, Product.FILTER, 1);
        for (int i = 0; i < OrderBook.KEPT; i++) {
            book.enter(Region.NORTH, Product.FILTER, 1);
        }

        assertThat(book.of(Region.NORTH)).hasSize(OrderBook.KEPT).doesNotContain(oldest);
    }

    @Test
    void numbers_rise_over_a_restart() {
        OrderPlaced before = book.enter(Region.NORTH, Product.FILTER, 1);

        OrderBook after = new OrderBook(Clock.fixed(NOON.plusSeconds(10), ZoneOffset.UTC));

        assertThat(after.enter(Region.NORTH, Product.FILTER, 1).id()).isGreaterThan(before.id());
    }
}
