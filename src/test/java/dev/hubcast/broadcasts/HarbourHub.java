package dev.hubcast.broadcasts;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** A hub without a line of code. */
@Hub(name = "harbour")
@ServerEndpoint("/hubs/harbour")
public class HarbourHub {}
