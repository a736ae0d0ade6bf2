package dev.hubcast.events;

/**
 * Something that happened.
 *
 * @param region where
 * @param product what
 */
public record OrderPlaced(String region, String product) {}
