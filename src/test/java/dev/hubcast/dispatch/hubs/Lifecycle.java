package dev.hubcast.dispatch.hubs;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnOpen;

/** What a hub of another package inherits. */
public abstract class Lifecycle {

    @OnOpen
    void opened() {}

    @OnClose
    protected void closed() {}
}
