package dev.hubcast.showcase.streams;

/**
 * How the server is doing.
 *
 * @param usedBytes how much memory it uses
 * @param windows how many windows this is streamed to
 */
public record Reading(long usedBytes, int windows) {}
