package dev.hubcast.broadcasts;

import dev.hubcast.event.BroadcastTo;

/** An event that cannot be told. */
@BroadcastTo(hub = "sales", all = true)
public class Unreadable {

    public String getSecret() {
        throw new IllegalStateException("nobody reads this");
    }
}
