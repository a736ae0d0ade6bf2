package dev.hubcast.itest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.CloseReason;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers, in a test's application, each run of {@code @OnClose}. */
@ApplicationScoped
public class Ends {

    private final Map<String, List<String>> ends = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<String>> firsts = new ConcurrentHashMap<>();

    /** Called by a hub's {@code @OnClose}. */
    public void add(String connectionId, CloseReason reason) {
        String text = (reason.getCloseCode().getCode() + " " + reason.getReasonPhrase()).strip();
        ends.computeIfAbsent(connectionId, id -> new CopyOnWriteArrayList<>()).add(text);
        first(connectionId).complete(text);
    }

    /** Completes with code and phrase when {@code @OnClose} has run for the connection. */
    public CompletableFuture<String> first(String connectionId) {
        return firsts.computeIfAbsent(connectionId, id -> new CompletableFuture<>());
    }

    /** Code and phrase of each run of {@code @OnClose} for the connection. */
    public List<String> of(String connectionId) {
        return ends.getOrDefault(connectionId, List.of());
    }
}
