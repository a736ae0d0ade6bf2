package dev.hubcast.queues;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Adds its callers to groups, and the guard has a say. */
@Hub(name = "rooms")
@ServerEndpoint("/hubs/rooms")
public class RoomsHub {

    @Inject
    HubContext<RoomsHub> hub;

    /** Joins a room. */
    public void join(HubCaller caller, String room) {
        hub.groups().add(caller, room);
    }

    /** Tells a room. */
    public void say(String room, String text) {
        hub.clients().group(room).send("said", text);
    }
}
