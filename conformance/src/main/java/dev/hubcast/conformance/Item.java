package dev.hubcast.conformance;

import java.util.List;

/**
 * The object that travels both ways in an exchange.
 *
 * @param name any text
 * @param count any number
 * @param price may be null
 * @param tags may be null
 */
public record Item(String name, int count, Double price, List<String> tags) {}
