package dev.hubcast.broadcasts;

import dev.hubcast.event.BroadcastTo;

/**
 * An event of a module that has nothing but events.
 *
 * @param name the ship's
 */
@BroadcastTo(hub = "harbour", all = true)
public record ShipArrived(String name) {}
