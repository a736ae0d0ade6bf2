package dev.hubcast.tenants;

import dev.hubcast.event.BroadcastTo;

/** An event of the tenant in whose call it is fired. */
@BroadcastTo(hub = "teams", group = "team", method = "heard")
public record Spoken(String way) {}
