package dev.hubcast.frames;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** A hub that takes records of a megabyte and more. */
@Hub(name = "roomy")
@ServerEndpoint("/hubs/roomy")
public class RoomyHub extends FrameMethods {}
