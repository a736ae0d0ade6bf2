package dev.hubcast.queues;

import dev.hubcast.EventQueues;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Does with queues what a test asks for, and serves them at an address of its own. */
@RequestScoped
@Path("queues")
@Produces(MediaType.TEXT_PLAIN)
public class QueuesResource {

    @Inject
    EventQueues queues;

    @Inject
    Jobs jobs;

    @Resource
    ManagedThreadFactory threads;

    /** Opens a queue. */
    @POST
    @Path("open")
    public boolean open(@QueryParam("id") String id) {
        return queues.open(id);
    }

    /** Enqueues the body. */
    @POST
    @Path("enqueue")
    public boolean enqueue(@QueryParam("id") String id, String message) {
        return queues.enqueue(id, message);
    }

    /** Enqueues an object. */
    @POST
    @Path("progress")
    public boolean progress(@QueryParam("id") String id, @QueryParam("percent") int percent) {
        return queues.enqueueAll(id, List.of(new Progress(percent, "running"), "text"));
    }

    /** Enqueues an object by a thread that knows neither the application nor a request. */
    @POST
    @Path("stranger")
    public boolean stranger(@QueryParam("id") String id) {
        return CompletableFuture.supplyAsync(() -> queues.enqueue(id, new Progress(50, "running"))).join();
    }

    /** Enqueues messages of a size, by several threads at once, which are named in them. */
    @POST
    @Path("burst")
    public void burst(@QueryParam("id") String id, @QueryParam("writers") int writers, @QueryParam("each") int each,
            @QueryParam("bytes") int bytes) {
        String padding = "x".repeat(bytes);
        for (int i = 0; i < writers; i++) {
            String writer = "writer " + i + " message ";
            threads.newThread(() -> {
                for (int message = 0; message < each; message++) {
                    queues.enqueue(id, writer + message + padding);
                }
            }).start();
        }
    }

    /** Has an EJB work, now and in a transaction that is refused or not. */
    @POST
    @Path("work")
    public void work(@QueryParam("id") String id, @QueryParam("refuse") boolean refuse) {
        jobs.work(id, refuse);
        queues.enqueue(id, "answered");
    }

    /** Has an EJB work when a timer says so. */
    @POST
    @Path("work-later")
    public void workLater(@QueryParam("id") String id) {
        jobs.workLater(id);
    }

    /** Closes a queue. */
    @POST
    @Path("close")
    public void close(@QueryParam("id") String id) {
        queues.close(id);
    }

    /** Serves a queue; Jakarta REST is told to leave the response alone. */
    @GET
    @Path("stream")
    @Produces("text/event-stream")
    public void stream(@QueryParam("id") String id, @Context HttpServletRequest request, @Context HttpServletResponse response,
            @Suspended AsyncResponse untouched) throws IOException {
        queues.stream(id, request, response);
    }
}
