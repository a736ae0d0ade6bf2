package dev.hubcast.broadcasts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** A CDI bean that fires events. */
@ApplicationScoped
public class Shop {

    @Inject
    Event<OrderPlaced> placed;

    public void place(String region, String product) {
        placed.fire(new OrderPlaced(region, product));
    }

    @Transactional
    public void placeInATransaction(String region, String product) {
        placed.fire(new OrderPlaced(region, product));
    }

    @Transactional
    public void placeInATransactionAndFail(String region, String product) {
        placed.fire(new OrderPlaced(region, product));
        throw new IllegalStateException("the order fails");
    }
}
