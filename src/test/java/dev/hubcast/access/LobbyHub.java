package dev.hubcast.access;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Map;

/** The lobby of each building: its template overlaps others. */
@Hub(name = "lobby")
@ServerEndpoint("/rooms/{anyBuilding}/lobby")
public class LobbyHub {

    public Map<String, String> variables(HubCaller caller) {
        return caller.request().pathParameters();
    }

    public String hub() {
        return "lobby";
    }
}
