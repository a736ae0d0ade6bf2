package dev.hubcast.bench.hub;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.concurrent.CompletionStage;

/**
 * A hub that fires an event for each message, which {@link Said} says where to send.
 */
@Hub(name = "events")
@ServerEndpoint("/hubs/events")
public class EventsHub {

    @Inject
    HubContext<EventsHub> hub;

    @Inject
    Event<Said> said;

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
        said.fire(new Said(group, text));
    }
}
