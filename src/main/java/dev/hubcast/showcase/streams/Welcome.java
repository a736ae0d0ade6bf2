package dev.hubcast.showcase.streams;

/**
 * What a window is told first.
 *
 * @param id its own id
 * @param here all windows, it too
 */
public record Welcome(String id, Here here) {}
