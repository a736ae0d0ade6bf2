package dev.hubcast.realtime;

/** What is told of a job. */
public record Progress(String job, int percent) {}
