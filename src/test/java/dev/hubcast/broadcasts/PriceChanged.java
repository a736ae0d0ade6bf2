package dev.hubcast.broadcasts;

import dev.hubcast.event.BroadcastTo;

/**
 * Something that concerns a user, but not where it came from.
 *
 * @param owner the user
 * @param origin the connection that did it, may be null
 */
@BroadcastTo(hub = "sales", user = "{owner}", except = "{origin}")
public record PriceChanged(String owner, String origin) {}
