package dev.hubcast.showcase;

import java.time.Instant;

/**
 * A CDI event: a moderator has something to say to everyone.
 *
 * @param by who announces it
 * @param text what is announced, as plain text
 * @param at when
 */
public record Announcement(String by, String text, Instant at) {}
