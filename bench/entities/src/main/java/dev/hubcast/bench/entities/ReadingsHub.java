package dev.hubcast.bench.entities;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/**
 * Where clients hear of changes.
 */
@Hub(name = "readings")
@ServerEndpoint("/hubs/readings")
public class ReadingsHub {
}
