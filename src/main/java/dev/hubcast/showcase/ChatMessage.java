package dev.hubcast.showcase;

import java.time.Instant;

/**
 * Something said in a room.
 *
 * @param id rises within the room
 * @param room the room's name
 * @param user who said it
 * @param text what was said, as plain text
 * @param at when
 */
public record ChatMessage(long id, String room, String user, String text, Instant at) {}
