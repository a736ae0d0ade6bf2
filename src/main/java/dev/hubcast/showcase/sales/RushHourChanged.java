package dev.hubcast.showcase.sales;

import dev.hubcast.event.BroadcastTo;

/**
 * A CDI event: the rush hour has begun or is over. All dashboards hear it after the commit, as {@code rushHourChanged}.
 *
 * @param on whether it has begun
 */
@BroadcastTo(hub = "sales", all = true)
public record RushHourChanged(boolean on) {}
