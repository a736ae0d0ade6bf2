package dev.hubcast.bench.hub;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.concurrent.CompletionStage;

/**
 * The hub that {@link EventsHub} is compared with: it sends the same objects through its context.
 */
@Hub(name = "direct")
@ServerEndpoint("/hubs/direct")
public class DirectHub {

    @Inject
    HubContext<DirectHub> hub;

    /**
     * Puts the caller into a group.
     *
     * @param caller who is calling
     * @param group the group's name
     * @return completes when the caller hears what is sent to the group
     */
    public CompletionStage<Void> join(HubCaller caller, String group) {
        return hub.groups().add(caller, group);
    }

    /**
     * Calls {@code message({group, text})} on every client in a group.
     *
     * @param group the group's name
     * @param text what the clients get
     */
    public void send(String group, String text) {
        hub.clients().group(group).send("message", new Said(group, text));
    }
}
