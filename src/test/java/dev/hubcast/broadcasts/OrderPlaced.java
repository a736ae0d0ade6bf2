package dev.hubcast.broadcasts;

import dev.hubcast.event.BroadcastTo;

/**
 * Something that happened, and that those who watch its region hear.
 *
 * @param region where
 * @param product what
 */
@BroadcastTo(hub = "sales", group = "region-{region}")
public record OrderPlaced(String region, String product) {}
