package dev.hubcast.showcase;

import java.time.Instant;

/**
 * Something said to one user; the server keeps no copy.
 *
 * @param from who said it
 * @param to who hears it
 * @param text what was said, as plain text
 * @param at when
 */
public record Whisper(String from, String to, String text, Instant at) {}
