package dev.hubcast.queues;

/** A message that is no text. */
public record Progress(int percent, String step) {}
