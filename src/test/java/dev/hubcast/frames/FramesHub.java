package dev.hubcast.frames;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** A hub with the limits that hold where nothing is configured. */
@Hub(name = "frames")
@ServerEndpoint("/hubs/frames")
public class FramesHub extends FrameMethods {

    @Inject
    HubContext<FramesHub> hub;

    public void watch(HubCaller caller) {
        hub.groups().add(caller, WATCHERS);
    }
}
