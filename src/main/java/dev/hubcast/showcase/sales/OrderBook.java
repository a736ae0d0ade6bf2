package dev.hubcast.showcase.sales;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest orders, kept in memory; an application of your own would keep them in its database. Safe for use by any number of threads. */
@ApplicationScoped
public class OrderBook {

    /** How many orders it remembers. */
    static final int KEPT = 1000;

    private final Deque<OrderPlaced> newest = new ArrayDeque<>();
    private final Clock clock;
    private long sequence;

    /** An empty book. */
    public OrderBook() {
        this(Clock.systemUTC());
    }

    OrderBook(Clock clock) {
        this.clock = clock;
        // Numbers start at the time of day: they rise over a restart of the server, which dashboards that come back outlive.
        this.sequence = clock.millis();
    }

    /** Enters an order, and forgets the oldest if there are too many. */
    public synchronized OrderPlaced enter(Region region, Product product, int quantity) {
        OrderPlaced order = new OrderPlaced(++sequence, region, product.label(), quantity, product.price(quantity), clock.instant());
        newest.addLast(order);
        if (newest.size() > KEPT) {
            newest.removeFirst();
        }
        return order;
    }

    /** A region's orders among those that the book remembers, the oldest first. */
    public synchronized List<OrderPlaced> of(Region region) {
        return newest.stream().filter(order -> order.region() == region).toList();
    }
}
