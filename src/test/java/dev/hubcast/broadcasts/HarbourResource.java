package dev.hubcast.broadcasts;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Has a module's EJB fire. */
@Path("harbour/{event}")
public class HarbourResource {

    @Inject
    Harbour harbour;

    @POST
    public void fire(@PathParam("event") String event) {
        harbour.fire(event);
    }
}
