package dev.hubcast.event;

import dev.hubcast.HubCaller;

/**
 * A connection is no longer a member of a group, because it was taken out or has ended; at the end, this comes after
 * {@link jakarta.websocket.OnClose} and before {@link Disconnected}.
 *
 * @param hub the hub's name, not null
 * @param caller the client, not null
 * @param group the group's name, not null
 * @see OfHub
 */
public record GroupLeft(String hub, HubCaller caller, String group) {}
