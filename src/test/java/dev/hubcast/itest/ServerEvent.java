package dev.hubcast.itest;

/**
 * An event of a stream, as its fields were written.
 *
 * @param id null if it had none
 * @param type null if it had none
 * @param data its lines, separated by {@code \n}
 */
public record ServerEvent(String id, String type, String data) {}
