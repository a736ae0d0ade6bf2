package dev.hubcast.queues;

/** A job of a queue has finished, if its transaction has. */
public record JobFinished(String queueId) {}
