package dev.hubcast.showcase.sales;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.event.NameTemplate;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;

/** Where dashboards say what they want to hear of. That they hear it, the events themselves see to. */
@Hub(name = "sales")
@ServerEndpoint("/hubs/sales")
public class SalesHub {

    private static final NameTemplate REGION = NameTemplate.of("region-{region}");

    @Inject HubContext<SalesHub> hub;
    @Inject OrderBook book;
    @Inject RushHour rushHour;

    /** The caller hears of a region's orders from now on, and gets those that were before: some may come both ways. */
    public List<OrderPlaced> watch(HubCaller caller, @NotNull Region region) {
        hub.groups().add(caller, REGION.name(region.name()));
        return book.of(region);
    }

    /** The caller hears no more of a region's orders. */
    public void unwatch(HubCaller caller, @NotNull Region region) {
        hub.groups().remove(caller, REGION.name(region.name()));
    }

    /** Whether customers are coming by themselves. */
    public boolean isRushHour() {
        return rushHour.isOn();
    }
}
