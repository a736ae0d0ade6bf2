package dev.hubcast.events;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Hears events of other beans and tells the groups that they concern. */
@Hub(name = "sales")
@ServerEndpoint("/hubs/sales")
public class SalesHub {

    @Inject
    HubContext<SalesHub> hub;

    @EJB
    Orders orders;

    public void watch(HubCaller caller, String region) {
        hub.groups().add(caller, region);
    }

    public void order(String region, String product) {
        orders.place(region, product, false);
    }

    public void nothing() {}

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderPlaced event) {
        hub.clients().group(event.region()).send("orderPlaced", event);
    }

    void failed(@Observes(during = TransactionPhase.AFTER_FAILURE) OrderPlaced event) {
        hub.clients().group(event.region()).send("orderFailed", event.product());
    }
}
