package dev.hubcast.conformance;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.concurrent.CompletionStage;

/** The hub that load tools measure: groups and an echo. */
@Hub(name = "bench")
@ServerEndpoint("/hubs/bench")
public class BenchHub {

    @Inject
    private HubContext<BenchHub> hub;

    public CompletionStage<Void> join(HubCaller caller, String group) {
        return hub.groups().add(caller, group);
    }

    public void send(String group, String text) {
        hub.clients().group(group).send("message", text);
    }

    public String echo(String text) {
        return text;
    }
}
