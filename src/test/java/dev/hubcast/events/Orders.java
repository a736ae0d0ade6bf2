package dev.hubcast.events;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** An EJB that is a REST resource too, and knows nothing of hubs: it fires events. */
@Stateless
@Path("orders")
public class Orders {

    @Inject
    Event<OrderPlaced> placed;

    @Resource
    SessionContext session;

    @POST
    @Path("{region}/{product}")
    @Consumes("*/*")
    public void place(@PathParam("region") String region, @PathParam("product") String product,
            @QueryParam("refuse") @DefaultValue("false") boolean refuse) {
        placed.fire(new OrderPlaced(region, product));
        if (refuse) {
            session.setRollbackOnly();
        }
    }
}
