package dev.hubcast.testing;

import dev.hubcast.protocol.Arguments;
import dev.hubcast.protocol.HubMessage.Completion;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A client's calls whose answers are not there yet. Whoever waits for an answer finds everything done that the call's turn did. */
final class UnansweredCalls {

    private final CallersThread thread;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, CompletableFuture<Arguments>> answers = new ConcurrentHashMap<>();

    UnansweredCalls(CallersThread thread) {
        this.thread = thread;
    }

    String nextId() {
        return Integer.toString(numbers.incrementAndGet());
    }

    /** Answers what completes with the result, null for none, or with a {@link FailedCallException}. */
    CompletableFuture<Arguments> add(String id) {
        CompletableFuture<Arguments> answer = new CompletableFuture<>();
        answers.put(id, answer);
        return answer;
    }

    void answered(Completion completion) {
        CompletableFuture<Arguments> answer = answers.remove(completion.invocationId());
        if (answer == null) {
            return;
        }
        if (completion.error() == null) {
            thread.afterwards(() -> answer.complete(completion.result()));
        } else {
            thread.afterwards(() -> answer.completeExceptionally(new FailedCallException(completion.error())));
        }
    }

    /** No answers will come any more. */
    void fail(String why) {
        answers.keySet().forEach(id -> answered(Completion.error(id, why)));
    }

    boolean isEmpty() {
        return answers.isEmpty();
    }
}
