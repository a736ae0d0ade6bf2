package dev.hubcast.mistakes;

import dev.hubcast.event.BroadcastTo;

/** A class of events in an archive that CDI is told to leave alone. */
@BroadcastTo(hub = "GoodHub", all = true)
public record UnseenEvent() {}
