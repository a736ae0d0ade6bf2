package dev.hubcast.showcase.process;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

/**
 * Processes by plain HTTP: {@code POST /processes} starts one and answers <code>{"queueId": …}</code>, to be read at
 * <code>/queues/{queueId}</code>.
 */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProcessesResource {

    private static final long SECONDS_TO_WAIT = 5;

    @Inject Processes processes;

    /** Starts one. */
    @POST
    public Response start(@QueryParam("limit") @DefaultValue("2300") ExponentLimit limit) {
        try {
            return Response.accepted(Map.of("queueId", processes.start(limit.value()))).build();
        } catch (RejectedExecutionException e) {
            throw new ServiceUnavailableException(SECONDS_TO_WAIT, e);
        }
    }
}
