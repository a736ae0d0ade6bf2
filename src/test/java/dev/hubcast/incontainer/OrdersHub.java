package dev.hubcast.incontainer;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;

/** A region hears of its orders. */
@Hub
@ServerEndpoint("/hubs/orders/{region}")
@RolesAllowed("customer")
public class OrdersHub {

    @Inject
    HubContext<OrdersHub> hub;

    @Inject
    Orders orders;

    @OnOpen
    void opened(HubCaller caller) {
        hub.groups().add(caller, region(caller));
    }

    @OnClose
    void closed(HubCaller caller) {
        hub.clients().group(region(caller)).send("left", caller.userName());
    }

    public void order(HubCaller caller, @NotBlank String product) {
        orders.place(region(caller), product);
    }

    @RolesAllowed("clerk")
    public String clerk(HubCaller caller) {
        return caller.userName();
    }

    void placed(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderPlaced event) {
        hub.clients().group(event.region()).send("placed", event.product());
    }

    private static String region(HubCaller caller) {
        return caller.request().pathParameters().get("region");
    }
}
