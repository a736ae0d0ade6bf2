package dev.hubcast.incontainer;

/** Fired within the transaction that places an order. */
public record OrderPlaced(String region, String product) {}
