package dev.hubcast.entities;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;

/** Lets clients watch lists, and tells what the server's beans have seen. */
@Hub(name = "board")
@ServerEndpoint("/hubs/board")
public class BoardHub {

    @Inject
    HubContext<BoardHub> hub;

    @Inject
    Tasks tasks;

    @Inject
    Witness witness;

    public void watch(HubCaller caller, String list) {
        hub.groups().add(caller, "list-" + list);
    }

    public String connectionId(HubCaller caller) {
        return caller.connectionId();
    }

    public void add(String list, String title) {
        tasks.add(list, title);
    }

    public List<String> seenOf(String title) {
        return witness.seenOf(title);
    }

    public void nothing() {}
}
