package dev.hubcast.broadcasts;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Properties;

/** A REST resource that fires events, and has other beans fire them. */
@Path("{region}/{product}")
public class OrdersResource {

    @Inject
    Event<Object> events;

    @Inject
    Orders orders;

    @Inject
    Shop shop;

    @PathParam("region")
    String region;

    @PathParam("product")
    String product;

    @POST
    @Path("{how}")
    public void place(@PathParam("how") String how) {
        switch (how) {
            case "resource" -> events.fire(new OrderPlaced(region, product));
            case "fireAsync" -> events.fireAsync(new OrderPlaced(region, product));
            case "managed" -> shop.place(region, product);
            case "transactional" -> shop.placeInATransaction(region, product);
            case "ejb" -> orders.placeAndGoOn(region, product);
            case "ejb-without-transaction" -> orders.placeWithoutATransaction(region, product);
            case "asynchronous-ejb" -> orders.placeLater(region, product);
            case "timer" -> orders.placeByTimer(region, product);
            case "batch" -> batch();
            case "executor" -> shop.placeByExecutor(region, product);
            case "thread" -> shop.placeOnAThreadOfItsOwn(region, product);
            default -> special(how);
        }
    }

    private void batch() {
        Properties order = new Properties();
        order.setProperty("region", region);
        order.setProperty("product", product);
        BatchRuntime.getJobOperator().start("order-batch", order);
    }

    private void special(String how) {
        switch (how) {
            case "refused" -> orders.placeAndRefuse(region, product);
            case "asynchronous-refused" -> orders.placeAsynchronouslyAndRefuse(region, product);
            case "refused-before" -> orders.refuseAndPlace(region, product);
            case "failed" -> failing(() -> orders.placeAndFail(region, product));
            case "failed-transactional" -> failing(() -> shop.placeInATransactionAndFail(region, product));
            case "joined" -> orders.placeByCallingAnother(region, product, false);
            case "joined-refused" -> orders.placeByCallingAnother(region, product, true);
            case "new" -> orders.placeAroundANewTransaction(region, product, false);
            case "new-refused" -> orders.placeAroundANewTransaction(region, product, true);
            case "many" -> orders.placeMany(region, Integer.parseInt(product));
            case "news" -> orders.newsOf(region, product, false);
            case "news-refused" -> orders.newsOf(region, product, true);
            case "with-what-cannot-be-told" -> orders.placeWhatCannotBeTold(region, product);
            case "announcement" -> shop.announce(region, product);
            case "price" -> events.fire(new PriceChanged(region, product.equals("nobody") ? null : product));
            case "null" -> events.fire(new OrderPlaced(null, product));
            case "stock" -> events.fire(new StockTaken(region));
            default -> throw new IllegalArgumentException(how);
        }
    }

    private static void failing(Runnable order) {
        try {
            order.run();
        } catch (RuntimeException e) {
            return;
        }
        throw new IllegalStateException("It should have failed.");
    }
}
