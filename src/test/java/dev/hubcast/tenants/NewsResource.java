package dev.hubcast.tenants;

import dev.hubcast.HubContext;
import dev.hubcast.RealtimeService;
import dev.hubcast.event.Broadcast;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** Sends from outside any tenant: to the one that is asked for, or without naming one. Answers what went wrong. */
@Path("news/{way}")
public class NewsResource {

    @Inject
    HubContext<TeamsHub> hub;

    @Inject
    RealtimeService<TeamsHub> service;

    @Inject
    Event<Object> events;

    @Inject
    Newsroom newsroom;

    @POST
    public String send(@PathParam("way") String way, @QueryParam("tenant") String tenant, @QueryParam("id") String id) {
        try {
            if (tenant == null) {
                sendToNoTenant(way, id);
            } else {
                sendTo(tenant, way, id);
            }
            return "sent";
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    private void sendTo(String tenant, String way, String id) {
        switch (way) {
            case "context" -> hub.tenant(tenant).clients().group("team").send("said", way);
            case "typed" -> hub.tenant(tenant).clients(Listener.class).user("ada").said(way);
            case "client" -> hub.tenant(tenant).clients().client(id).send("said", way);
            case "add" -> hub.tenant(tenant).groups().add(id, "added");
            case "added" -> hub.tenant(tenant).clients().group("added").send("said", way);
            case "service" -> service.tenant(tenant).context().clients().all().send("said", way);
            case "broadcast" -> events.fire(Broadcast.to("teams").user("ada").method("said").with(way).tenant(tenant));
            case "event" -> events.fire(new Published(tenant, way));
            case "async" -> events.fireAsync(new Published(tenant, way));
            case "ejb" -> newsroom.publish(tenant, way);
            default -> throw new IllegalArgumentException(way);
        }
    }

    private void sendToNoTenant(String way, String id) {
        switch (way) {
            case "all" -> hub.clients().all().send("said", way);
            case "group" -> hub.clients(Listener.class).group("team").said(way);
            case "client" -> hub.clients().client(id).send("said", way);
            case "service" -> service.sendToAll(way);
            case "add" -> hub.groups().add(id, "added");
            case "broadcast" -> events.fire(Broadcast.to("teams").all().method("said").with(way));
            case "event" -> events.fire(new Spoken(way));
            case "ejb" -> newsroom.speak(way);
            default -> throw new IllegalArgumentException(way);
        }
    }
}
