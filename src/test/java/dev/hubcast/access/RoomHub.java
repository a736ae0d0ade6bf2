package dev.hubcast.access;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Map;

/** A hub for each room of each building. */
@Hub(name = "room")
@ServerEndpoint("/rooms/{building}/{room}")
public class RoomHub {

    public Map<String, String> variables(HubCaller caller) {
        return caller.request().pathParameters();
    }

    public String hub() {
        return "room";
    }
}
