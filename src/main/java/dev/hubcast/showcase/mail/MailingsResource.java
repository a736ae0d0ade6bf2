package dev.hubcast.showcase.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.RejectedExecutionException;

/**
 * Mailings by plain HTTP: {@code POST /mailings} starts one, {@code GET /mailings/{id}} tells how far it is.
 *
 * <p>It takes nothing but JSON, which a form on somebody else's site cannot send.
 */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MailingsResource {

    private static final long SECONDS_TO_WAIT = 5;

    @Inject Mailings mailings;

    /** Starts one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(@Valid @NotNull(message = "There is no mailing in this request.") MailingForm form, @Context UriInfo uri) {
        try {
            MailingState state = mailings.start(form.letter(), form.addresses());
            return Response.created(uri.getAbsolutePathBuilder().path(state.id()).build()).entity(state).build();
        } catch (RejectedExecutionException e) {
            throw new ServiceUnavailableException(SECONDS_TO_WAIT, e);
        }
    }

    /** How far one is. */
    @GET
    @Path("{id}")
    public MailingState state(@PathParam("id") String id) {
        return mailings.find(id).orElseThrow(NotFoundException::new);
    }
}
