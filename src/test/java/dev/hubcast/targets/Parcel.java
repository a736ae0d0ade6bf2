package dev.hubcast.targets;

/**
 * A value whose JSON the application shapes.
 *
 * @param streetName a name of two words
 * @param weight a value with an adapter
 */
public record Parcel(String streetName, Weight weight) {}
