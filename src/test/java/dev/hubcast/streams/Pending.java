package dev.hubcast.streams;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Stages that complete only by being cancelled. */
@ApplicationScoped
public class Pending {

    private final Set<CompletableFuture<String>> stages = ConcurrentHashMap.newKeySet();

    CompletionStage<String> add() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        stages.add(stage);
        stage.whenComplete((text, failure) -> stages.remove(stage));
        return stage;
    }

    int count() {
        return stages.size();
    }
}
