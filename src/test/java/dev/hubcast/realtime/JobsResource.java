package dev.hubcast.realtime;

import dev.hubcast.RealtimeService;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** A REST resource that sends by the service, in each way that it has. */
@Path("jobs/{way}")
public class JobsResource {

    @Inject
    RealtimeService<JobHub> jobs;

    @POST
    public void send(@PathParam("way") String way, @QueryParam("name") String name, @QueryParam("except") String except) {
        Progress done = new Progress("j1", 75);
        switch (way) {
            case "all" -> jobs.sendToAll(done);
            case "all-except" -> jobs.sendToAllExcept(done, List.of(except));
            case "group" -> jobs.sendToGroup(done, name);
            case "group-except" -> jobs.sendToGroupExcept(done, name, List.of(except));
            case "groups" -> jobs.sendToGroups(done, List.of(name, "nobody's"));
            case "user" -> jobs.sendToUser(done, name);
            case "users" -> jobs.sendToUsers(done, List.of(name, "nobody"));
            case "client" -> jobs.sendToClient(done, name);
            case "clients" -> jobs.sendToClients(done, List.of(name, "nobody's"));
            case "add" -> jobs.addToGroup(except, name);
            case "remove" -> jobs.removeFromGroup(except, name);
            default -> throw new IllegalArgumentException(way);
        }
    }
}
