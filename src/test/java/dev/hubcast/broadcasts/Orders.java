package dev.hubcast.broadcasts;

import dev.hubcast.HubContext;
import jakarta.annotation.Resource;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** An EJB that fires events, in its own transaction and in others. */
@Stateless
public class Orders {

    @Inject
    Event<Object> events;

    @Inject
    HubContext<SalesHub> hub;

    @Resource
    SessionContext session;

    public void place(String region, String product) {
        events.fire(new OrderPlaced(region, product));
    }

    /** Whoever hears "stillOpen" first sees that the commit is waited for. */
    public void placeAndGoOn(String region, String product) {
        place(region, product);
        hub.clients().group("region-" + region).send("stillOpen");
    }

    public void placeMany(String region, int count) {
        for (int i = 0; i < count; i++) {
            OrderPlaced order = new OrderPlaced(region, String.valueOf(i));
            events.fire(order);
            events.fire(new OrderCancelled(order));
        }
    }

    public void placeAndRefuse(String region, String product) {
        place(region, product);
        session.setRollbackOnly();
    }

    public void placeAsynchronouslyAndRefuse(String region, String product) {
        events.fireAsync(new OrderPlaced(region, product));
        session.setRollbackOnly();
    }

    public void refuseAndPlace(String region, String product) {
        session.setRollbackOnly();
        place(region, product);
    }

    public void placeAndFail(String region, String product) {
        place(region, product);
        throw new IllegalStateException("the order fails");
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void placeInANewTransaction(String region, String product) {
        place(region, product);
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void placeWithoutATransaction(String region, String product) {
        placeAndGoOn(region, product);
    }

    /** Both join the transaction of this call. */
    public void placeByCallingAnother(String region, String product, boolean refuse) {
        session.getBusinessObject(Orders.class).place(region, product + " 1");
        place(region, product + " 2");
        if (refuse) {
            session.setRollbackOnly();
        }
    }

    /** The call between is in a transaction of its own. */
    public void placeAroundANewTransaction(String region, String product, boolean refuse) {
        place(region, product + " 1");
        session.getBusinessObject(Orders.class).placeInANewTransaction(region, product + " new");
        place(region, product + " 2");
        if (refuse) {
            session.setRollbackOnly();
        }
    }

    public void newsOf(String region, String city, boolean refuse) {
        events.fire(new CityNews(region, city));
        if (refuse) {
            session.setRollbackOnly();
        }
    }

    public void placeWhatCannotBeTold(String region, String product) {
        events.fire(new Unreadable());
        place(region, product);
    }

    @Asynchronous
    public void placeLater(String region, String product) {
        place(region, product);
    }

    public void placeByTimer(String region, String product) {
        session.getTimerService().createSingleActionTimer(1, new TimerConfig(region + "/" + product, false));
    }

    @Timeout
    void placeNow(Timer timer) {
        String[] order = ((String) timer.getInfo()).split("/");
        place(order[0], order[1]);
    }
}
