package dev.hubcast.conformance.functional;

import jakarta.json.bind.annotation.JsonbProperty;

/**
 * An object that is sent back.
 *
 * @param name any text
 * @param value any number
 */
public record CustomObject(@JsonbProperty("Name") String name, @JsonbProperty("Value") int value) {}
