package dev.hubcast.broadcasts;

import dev.hubcast.event.BroadcastTo;

/** A class of events with getters, of which what it holds says whom it concerns. */
@BroadcastTo(hub = "sales", group = "region-{order.region}")
public class OrderCancelled {

    private final OrderPlaced order;

    public OrderCancelled(OrderPlaced order) {
        this.order = order;
    }

    public OrderPlaced getOrder() {
        return order;
    }
}
