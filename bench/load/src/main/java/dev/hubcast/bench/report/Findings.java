package dev.hubcast.bench.report;

import dev.hubcast.bench.scenario.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All rounds of all scenarios that give one kind of result.
 *
 * @param <R> the kind of result
 */
final class Findings<R extends Result> {

    private final Map<String, Map<String, Rounds<R>>> scenarios = new LinkedHashMap<>();

    void add(String scenario, String server, int round, R result) {
        scenarios.computeIfAbsent(scenario, name -> new LinkedHashMap<>())
                .computeIfAbsent(server, name -> new Rounds<>())
                .add(round, result);
    }

    Set<String> scenarios() {
        return scenarios.keySet();
    }

    /** Those of the servers that the scenario could be measured with, in the order given. */
    List<String> servers(String scenario, List<String> servers) {
        return servers.stream().filter(scenarios.get(scenario)::containsKey).toList();
    }

    Rounds<R> of(String scenario, String server) {
        return scenarios.get(scenario).get(server);
    }
}
