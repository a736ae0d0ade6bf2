package dev.hubcast.filters;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What filters have noted of each connection. */
@ApplicationScoped
public class Notes {

    private final Map<String, List<String>> byConnection = new ConcurrentHashMap<>();

    public void add(String connectionId, String note) {
        byConnection.computeIfAbsent(connectionId, id -> new CopyOnWriteArrayList<>()).add(note);
    }

    public List<String> of(String connectionId) {
        return byConnection.getOrDefault(connectionId, List.of());
    }
}
