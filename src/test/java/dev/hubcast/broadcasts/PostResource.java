package dev.hubcast.broadcasts;

import jakarta.resource.ResourceException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** Sends orders by the {@link Post}. */
@Path("post/{region}/{product}")
public class PostResource {

    @POST
    public void send(@PathParam("region") String region, @PathParam("product") String product,
            @QueryParam("refused") @DefaultValue("false") boolean refused) throws ResourceException {
        Post.send(region, product, refused);
    }
}
