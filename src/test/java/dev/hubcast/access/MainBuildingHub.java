package dev.hubcast.access;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Map;

/** Every room of the main building: its template overlaps others. */
@Hub(name = "main")
@ServerEndpoint("/rooms/main/{mainRoom}")
public class MainBuildingHub {

    public Map<String, String> variables(HubCaller caller) {
        return caller.request().pathParameters();
    }

    public String hub() {
        return "main";
    }
}
