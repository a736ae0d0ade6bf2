package dev.hubcast.broadcasts;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A step of a batch job that fires events. */
@Named
@Dependent
public class OrderBatch extends AbstractBatchlet {

    @Inject
    Event<OrderPlaced> placed;

    @Inject
    @BatchProperty
    String region;

    @Inject
    @BatchProperty
    String product;

    @Override
    public String process() {
        placed.fire(new OrderPlaced(region, product));
        return "COMPLETED";
    }
}
