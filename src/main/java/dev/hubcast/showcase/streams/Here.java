package dev.hubcast.showcase.streams;

import java.util.List;

/**
 * The windows that are open.
 *
 * @param version counts the changes: messages of two changes may pass each other
 * @param windows the windows, that which came first in front
 */
public record Here(long version, List<Window> windows) {}
