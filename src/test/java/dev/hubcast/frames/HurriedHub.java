package dev.hubcast.frames;

import dev.hubcast.Hub;
import jakarta.websocket.server.ServerEndpoint;

/** A hub with short times. */
@Hub(name = "hurried")
@ServerEndpoint("/hubs/hurried")
public class HurriedHub extends FrameMethods {}
