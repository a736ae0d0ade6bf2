package dev.hubcast.tenants;

import dev.hubcast.event.BroadcastTo;

/** An event that says whose it is. */
@BroadcastTo(hub = "teams", group = "team", method = "heard", tenant = "{tenant}")
public record Published(String tenant, String way) {}
