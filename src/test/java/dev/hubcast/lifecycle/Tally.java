package dev.hubcast.lifecycle;

import dev.hubcast.HubCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What happened in the hub, and who was there, by the tag that each client brings in its query. */
@ApplicationScoped
public class Tally {

    private final Map<String, CompletableFuture<HubCaller>> callers = new ConcurrentHashMap<>();
    private final List<String> events = new CopyOnWriteArrayList<>();

    void opened(HubCaller caller) {
        String tag = caller.request().queryParameter("tag");
        if (tag != null) {
            caller(tag).complete(caller);
        }
    }

    CompletableFuture<HubCaller> caller(String tag) {
        return callers.computeIfAbsent(tag, key -> new CompletableFuture<>());
    }

    void add(String event) {
        events.add(event);
    }

    List<String> events(String prefix) {
        return events.stream().filter(event -> event.startsWith(prefix)).toList();
    }
}
