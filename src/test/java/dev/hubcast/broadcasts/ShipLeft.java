package dev.hubcast.broadcasts;

import dev.hubcast.event.BroadcastTo;

/**
 * An event with several declarations.
 *
 * @param name the ship's
 */
@BroadcastTo(hub = "harbour", all = true)
@BroadcastTo(hub = "harbour", user = "harbour-master", method = "left")
public record ShipLeft(String name) {}
