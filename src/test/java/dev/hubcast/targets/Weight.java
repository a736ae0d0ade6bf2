package dev.hubcast.targets;

/**
 * Grams, which JSON has as text with a unit.
 *
 * @param grams how many
 */
public record Weight(int grams) {}
