package dev.hubcast.jsclient;

import dev.hubcast.GroupsByQuery;
import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.RealtimeService;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;

/** What the JavaScript module's service is connected to. */
@Hub(name = "messages")
@ServerEndpoint("/hubs/messages")
@GroupsByQuery
public class MessagesHub {

    @Inject
    RealtimeService<MessagesHub> service;

    public void tell(String group, JsonValue message) {
        service.sendToGroup(message, group);
    }

    public List<String> query(HubCaller caller, String parameter) {
        return caller.request().queryParameters().get(parameter);
    }
}
