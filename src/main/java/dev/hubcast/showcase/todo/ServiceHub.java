package dev.hubcast.showcase.todo;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** Where clients hear of changes; there is nothing to call. What they hear, the entities say themselves. */
@Hub(name = "servicehub")
@ServerEndpoint("/servicehub")
public class ServiceHub {}
