package dev.hubcast.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What calls wait for, by name, and how often somebody got where nobody may. */
@ApplicationScoped
public class Gates {

    private final Map<String, CompletableFuture<Void>> byName = new ConcurrentHashMap<>();
    private final AtomicInteger trespasses = new AtomicInteger();

    CompletableFuture<Void> of(String name) {
        return byName.computeIfAbsent(name, key -> new CompletableFuture<>());
    }

    int trespass() {
        return trespasses.incrementAndGet();
    }

    int trespasses() {
        return trespasses.get();
    }
}
