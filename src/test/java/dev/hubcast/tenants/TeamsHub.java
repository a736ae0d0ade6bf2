package dev.hubcast.tenants;

import dev.hubcast.GroupsByQuery;
import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.RealtimeService;
import dev.hubcast.event.Broadcast;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;

/** Sends in each way that hub code has. */
@Hub(name = "teams")
@ServerEndpoint("/hubs/teams")
@GroupsByQuery
public class TeamsHub {

    @Inject
    HubContext<TeamsHub> hub;

    @Inject
    RealtimeService<TeamsHub> service;

    @Inject
    Event<Object> events;

    @Inject
    Newsroom newsroom;

    public String tenant(HubCaller caller) {
        return caller.tenant();
    }

    public String connectionId(HubCaller caller) {
        return caller.connectionId();
    }

    public void nothing() {}

    public void join(HubCaller caller, String group) {
        hub.groups().add(caller, group);
    }

    public void add(String connectionId, String group) {
        hub.groups().add(connectionId, group);
    }

    public void say(HubCaller caller, String way, List<String> ids) {
        switch (way) {
            case "all" -> hub.clients().all().send("said", way);
            case "allExcept" -> hub.clients().allExcept(List.of()).send("said", way);
            case "client" -> ids.forEach(id -> hub.clients().client(id).send("said", way));
            case "clients" -> hub.clients().clients(ids).send("said", way);
            case "group" -> hub.clients().group("team").send("said", way);
            case "groupExcept" -> hub.clients().groupExcept("team", List.of()).send("said", way);
            case "groups" -> hub.clients().groups(List.of("team", "other")).send("said", way);
            case "user" -> hub.clients().user("ada").send("said", way);
            case "users" -> hub.clients().users(List.of("ada", "eve")).send("said", way);
            case "typed" -> hub.clients(Listener.class).group("team").said(way);
            case "named" -> hub.tenant(caller.tenant()).clients().group("team").send("said", way);
            case "caller" -> caller.client().send("said", way);
            case "service" -> service.context().clients().group("team").send("said", way);
            case "broadcast" -> events.fire(Broadcast.to("teams").group("team").method("said").with(way));
            case "event" -> events.fire(new Spoken(way));
            case "ejb" -> newsroom.speak(way);
            default -> throw new IllegalArgumentException(way);
        }
    }

    public void sayToOthers(HubCaller caller, String group) {
        if (group == null) {
            caller.others().send("said", "others");
        } else {
            caller.othersInGroup(group, Listener.class).said("othersInGroup");
        }
    }

    public void sayToTenant(String tenant) {
        hub.tenant(tenant).clients().all().send("said", "crossing");
    }
}
