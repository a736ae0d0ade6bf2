package dev.hubcast.bench.scenario;

/**
 * What one round of a scenario found out about one server.
 */
public sealed interface Result permits LoadResult, IdleResult {
}
