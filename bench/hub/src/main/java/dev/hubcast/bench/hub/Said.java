package dev.hubcast.bench.hub;

import dev.hubcast.event.BroadcastTo;

/**
 * What a group hears: of {@link EventsHub} because this was fired, of {@link DirectHub} because it says so itself.
 *
 * @param group the group's name
 * @param text what the clients get
 */
@BroadcastTo(hub = "events", group = "{group}", method = "message")
public record Said(String group, String text) {
}
