package dev.hubcast.broadcasts;

import dev.hubcast.event.Broadcast;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** A CDI bean that fires events. */
@ApplicationScoped
public class Shop {

    @Inject
    Event<OrderPlaced> placed;

    @Inject
    Event<Broadcast> broadcasts;

    @Resource
    ManagedExecutorService executor;

    public void place(String region, String product) {
        placed.fire(new OrderPlaced(region, product));
    }

    public void placeByExecutor(String region, String product) {
        executor.execute(() -> place(region, product));
    }

    /** Of such a thread the server knows nothing: no scope, no identity, no application. */
    public void placeOnAThreadOfItsOwn(String region, String product) {
        Thread thread = new Thread(() -> place(region, product), "of the shop's own");
        thread.setContextClassLoader(null);
        thread.start();
    }

    @Transactional
    public void placeInATransaction(String region, String product) {
        placed.fire(new OrderPlaced(region, product));
    }

    /** Whom it is for is known now and not before. */
    @Transactional
    public void announce(String region, String text) {
        broadcasts.fire(Broadcast.to("sales").group("region-" + region).method("announced").with(text).with(null));
    }

    @Transactional
    public void placeInATransactionAndFail(String region, String product) {
        placed.fire(new OrderPlaced(region, product));
        throw new IllegalStateException("the order fails");
    }
}
