package dev.hubcast.showcase.sales;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * Sales by plain HTTP: {@code POST /api/sales/orders}, {@code PUT /api/sales/rush-hour}.
 *
 * <p>It takes nothing but JSON, which a form on somebody else's site cannot send.
 */
@Path("sales")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SalesResource {

    @Inject Orders orders;
    @Inject RushHour rushHour;

    /** Takes an order. */
    @POST
    @Path("orders")
    public OrderPlaced order(@Valid @NotNull OrderForm form) {
        return orders.place(form.region, form.product, form.quantity);
    }

    /** Lets customers come by themselves, or sends them away. */
    @PUT
    @Path("rush-hour")
    public void rushHour(@Valid @NotNull RushHourForm form) {
        rushHour.turn(form.on);
    }

    /** What somebody orders. */
    public static class OrderForm {

        /** Where. */
        @NotNull
        public Region region;

        /** What. */
        @NotNull
        public Product product;

        /** How many. */
        @Min(1)
        @Max(100)
        public int quantity = 1;
    }

    /** What becomes of the rush hour. */
    public static class RushHourForm {

        /** Whether customers come. */
        @NotNull
        public Boolean on;
    }
}
