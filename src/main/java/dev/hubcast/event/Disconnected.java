package dev.hubcast.event;

import dev.hubcast.HubCaller;
import jakarta.websocket.CloseReason;

/**
 * A client's connection is over, and {@link jakarta.websocket.OnClose} has returned.
 *
 * @param hub the hub's name, not null
 * @param caller the client, not null; it hears nothing any more
 * @param reason why the connection ended, not null
 * @see OfHub
 */
public record Disconnected(String hub, HubCaller caller, CloseReason reason) {}
