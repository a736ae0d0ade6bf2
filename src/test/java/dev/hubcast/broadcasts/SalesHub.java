package dev.hubcast.broadcasts;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.event.Broadcasts;
import dev.hubcast.event.NameTemplate;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Lets clients watch; what they hear is declared on the events, or here for those that know nothing of hubs. */
@Hub(name = "sales")
@ServerEndpoint("/hubs/sales")
@Broadcasts(event = StockTaken.class, group = "region-{region}")
@Broadcasts(event = StockTaken.class, all = true, method = "counted")
public class SalesHub {

    private static final NameTemplate CITY = NameTemplate.of("{region}-{city}");

    @Inject
    HubContext<SalesHub> hub;

    @Inject
    Orders orders;

    public void watch(HubCaller caller, String group) {
        hub.groups().add(caller, group);
    }

    public void watchCity(HubCaller caller, String region, String city) {
        hub.groups().add(caller, CITY.name(region, city));
    }

    public String connectionId(HubCaller caller) {
        return caller.connectionId();
    }

    public void order(String region, String product) {
        orders.place(region, product);
    }

    public void nothing() {}

    void fails(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderPlaced event) {
        if (event.product().equals("curse")) {
            throw new IllegalStateException("an observer fails");
        }
    }

    void failsApart(@ObservesAsync OrderPlaced event) {
        fails(event);
    }
}
