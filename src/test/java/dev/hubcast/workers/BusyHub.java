package dev.hubcast.workers;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** One of two hubs that share the workers. */
@Hub(name = "busy")
@ServerEndpoint("/hubs/busy")
public class BusyHub extends WaitingHub {}
