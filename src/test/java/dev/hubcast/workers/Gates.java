package dev.hubcast.workers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What hub methods wait for and what they have noted. */
@ApplicationScoped
public class Gates {

    private final Map<String, CompletableFuture<Void>> gates = new ConcurrentHashMap<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();

    CompletableFuture<Void> gate(String name) {
        return gates.computeIfAbsent(name, key -> new CompletableFuture<>());
    }

    void note(String text) {
        notes.add(text);
    }

    List<String> notes(String prefix) {
        return notes.stream().filter(note -> note.startsWith(prefix)).toList();
    }
}
