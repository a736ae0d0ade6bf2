package dev.hubcast.showcase;

import java.util.List;

/**
 * What was said in a room since a client saw it last.
 *
 * @param room the room's name
 * @param messages the messages, oldest first
 * @param gap whether there were more that the room no longer keeps
 */
public record RoomHistory(String room, List<ChatMessage> messages, boolean gap) {}
