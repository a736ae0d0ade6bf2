package dev.hubcast.broadcasts;

import dev.hubcast.itest.HubcastWar;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What fires orders, and the hub whose groups hear them. */
final class ShopApplication {

    private ShopApplication() {}

    /** With more classes of its own. */
    static WebArchive with(Class<?>... more) {
        return HubcastWar.of(SalesHub.class, OrderPlaced.class, OrderCancelled.class, CityNews.class, PriceChanged.class, StockTaken.class,
                        Unreadable.class, Orders.class, RestApplication.class, Watchers.class)
                .addClasses(more);
    }
}
