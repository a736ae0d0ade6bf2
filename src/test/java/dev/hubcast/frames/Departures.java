package dev.hubcast.frames;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts how often the end of each connection was told. */
@ApplicationScoped
public class Departures {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    void add(String connectionId) {
        counts.merge(connectionId, 1, Integer::sum);
    }

    int of(String connectionId) {
        return counts.getOrDefault(connectionId, 0);
    }
}
