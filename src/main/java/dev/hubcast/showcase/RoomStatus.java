package dev.hubcast.showcase;

import java.util.List;

/**
 * A room as it is at one moment: whole, not a difference, so that a client that missed one needs only the next.
 *
 * @param name the room's name
 * @param topic what the room is about
 * @param open whether anybody may speak
 * @param people who is in it, each user once, in alphabetical order
 * @param version rises with each change: of two, the higher is the newer, in whatever order they arrive
 */
public record RoomStatus(String name, String topic, boolean open, List<String> people, long version) {}
