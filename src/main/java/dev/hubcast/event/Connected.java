package dev.hubcast.event;

import dev.hubcast.HubCaller;

/**
 * A client has connected: it hears messages, and {@link jakarta.websocket.OnOpen} is about to be called. Each is followed by one
 * {@link Disconnected}, also if that method fails. A client that resumes its connection does not connect again.
 *
 * @param hub the hub's name, not null
 * @param caller the client, not null
 * @see OfHub
 */
public record Connected(String hub, HubCaller caller) {}
