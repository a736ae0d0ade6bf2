package dev.hubcast.targets;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubClients;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;

/** Sends to whomever the caller names, by name and through an interface. */
@Hub(name = "targets", client = Listener.class)
@ServerEndpoint("/hubs/targets")
public class TargetsHub {

    @Inject
    HubContext<TargetsHub> hub;

    public String connectionId(HubCaller caller) {
        return caller.connectionId();
    }

    public String userIdentifier(HubCaller caller) {
        return caller.userIdentifier();
    }

    public void join(HubCaller caller, String group) {
        hub.groups().add(caller, group);
    }

    public void leave(HubCaller caller, String group) {
        hub.groups().remove(caller, group);
    }

    public void nothing() {
        // an answer to wait for
    }

    public void send(HubCaller caller, String target, List<String> names, List<String> except, String text) {
        switch (target) {
            case "caller" -> caller.client().send("said", text);
            case "others" -> caller.others().send("said", text);
            case "othersInGroup" -> caller.othersInGroup(names.get(0)).send("said", text);
            default -> named(hub.clients(), target, names, except).send("said", text);
        }
    }

    public void sendTyped(HubCaller caller, String target, List<String> names, List<String> except, String text) {
        switch (target) {
            case "caller" -> caller.client(Listener.class).said(text);
            case "others" -> caller.others(Listener.class).said(text);
            case "othersInGroup" -> caller.othersInGroup(names.get(0), Listener.class).said(text);
            default -> named(hub.clients(Listener.class), target, names, except).said(text);
        }
    }

    private static <P> P named(HubClients<P> clients, String target, List<String> names, List<String> except) {
        return switch (target) {
            case "all" -> clients.all();
            case "allExcept" -> clients.allExcept(except);
            case "client" -> clients.client(names.get(0));
            case "clients" -> clients.clients(names);
            case "group" -> clients.group(names.get(0));
            case "groupExcept" -> clients.groupExcept(names.get(0), except);
            case "groups" -> clients.groups(names);
            case "user" -> clients.user(names.get(0));
            case "users" -> clients.users(names);
            default -> throw new IllegalArgumentException(target);
        };
    }

    public void sendArguments(HubCaller caller) {
        caller.client().send("none");
        caller.client().send("null", (Object) null);
        caller.client().send("array", new int[] {1, 2});
        caller.client().send("objects", (Object) new Object[] {"a", null});
        caller.client().send("list", List.of(1, 2));
        caller.client().send("two", null, new String[] {"x"});
        caller.client().send("ten", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    public void sendTypedArguments(HubCaller caller) {
        Listener listener = caller.client(Listener.class);
        listener.nothing();
        listener.numbers(new int[] {1, 2}, null);
        listener.original(new String[] {"x"});
        listener.twice("y");
    }

    public Parcel parcel(Parcel parcel) {
        return new Parcel(parcel.streetName() + "!", parcel.weight());
    }

    public int doubled(int number) {
        return 2 * number;
    }
}
