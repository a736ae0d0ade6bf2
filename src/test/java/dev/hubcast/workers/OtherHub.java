package dev.hubcast.workers;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** Another of two hubs that share the workers. */
@Hub(name = "other")
@ServerEndpoint("/hubs/other")
public class OtherHub extends WaitingHub {}
