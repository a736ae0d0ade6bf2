package dev.hubcast.broadcasts;

/**
 * An event that knows nothing of Hubcast.
 *
 * @param region where
 */
public record StockTaken(String region) {}
