package dev.hubcast.showcase.sales;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Takes orders. It knows nothing of hubs: it fires an event, which says by itself who hears it. */
@Stateless
public class Orders {

    @Inject OrderBook book;
    @Inject Event<OrderPlaced> placed;

    /** Takes an order. */
    public OrderPlaced place(Region region, Product product, int quantity) {
        OrderPlaced order = book.enter(region, product, quantity);
        placed.fire(order);
        return order;
    }
}
