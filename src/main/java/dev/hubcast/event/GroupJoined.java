package dev.hubcast.event;

import dev.hubcast.HubCaller;

/**
 * A connection has become a member of a group, by whoever's doing. Joining twice is told once.
 *
 * @param hub the hub's name, not null
 * @param caller the client, not null
 * @param group the group's name, not null
 * @see OfHub
 */
public record GroupJoined(String hub, HubCaller caller, String group) {}
