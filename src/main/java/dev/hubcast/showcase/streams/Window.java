package dev.hubcast.showcase.streams;

/**
 * A page that is open somewhere.
 *
 * @param id the id of its connection
 * @param name what people call it
 */
public record Window(String id, String name) {}
