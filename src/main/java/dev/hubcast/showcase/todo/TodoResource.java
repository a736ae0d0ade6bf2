package dev.hubcast.showcase.todo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/**
 * What is to be done, by plain HTTP at {@code /tables/todoitems}.
 *
 * <p>It takes nothing but JSON, which a form on somebody else's site cannot send.
 */
@Path("todoitems")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TodoResource {

    @Inject TodoItems items;
    @Context UriInfo address;

    /** All, the oldest first. */
    @GET
    public List<TodoItem> all() {
        return items.all();
    }

    /** Adds one, and answers with it and its address. */
    @POST
    public Response add(@Valid @NotNull Draft draft) {
        TodoItem item = items.add(draft.title.strip(), draft.completed);
        return Response.created(address.getAbsolutePathBuilder().path(item.getId().toString()).build()).entity(item).build();
    }

    /** Changes one, and answers with what it is then: 409 and what it is now, if somebody else has changed it since. */
    @PUT
    @Path("{id}")
    public Response change(@PathParam("id") long id, @Valid @NotNull Draft draft) {
        try {
            return items.change(id, draft.title.strip(), draft.completed, draft.version)
                    .map(item -> Response.ok(item).build())
                    .orElseThrow(NotFoundException::new);
        } catch (StaleItemException e) {
            return conflict(id);
        }
    }

    /** Removes one, whoever has changed it. */
    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") long id) {
        try {
            if (items.remove(id)) {
                return Response.noContent().build();
            }
            throw new NotFoundException();
        } catch (StaleItemException e) {
            return conflict(id);
        }
    }

    private Response conflict(long id) {
        return items.find(id)
                .map(item -> Response.status(Response.Status.CONFLICT).entity(item).build())
                .orElseThrow(NotFoundException::new);
    }

    /** What somebody wants an item to be. Whatever else an item has may be there, and counts for nothing. */
    public static class Draft {

        /** What is to be done. */
        @NotBlank
        @Size(max = TodoItem.TITLE_LENGTH)
        public String title;

        /** Whether it is done. */
        public boolean completed;

        /** That of the item that they saw; null if they do not mind what they overwrite. */
        public Long version;
    }
}
