package dev.hubcast.incontainer;

import dev.hubcast.HubException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** An EJB that knows nothing of hubs. */
@Stateless
public class Orders {

    static final String SOLD_OUT = "coffee";

    @Inject
    Event<OrderPlaced> placed;

    public void place(String region, String product) {
        placed.fire(new OrderPlaced(region, product));
        if (product.equals(SOLD_OUT)) {
            throw new HubException("Sold out.");
        }
    }
}
