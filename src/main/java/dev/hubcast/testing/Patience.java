package dev.hubcast.testing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for what a client asked for.
 *
 * @param client the client, for those who read that it waited in vain
 * @param howLong the time
 */
record Patience(String client, Duration howLong) {

    /** Answers what a call answers, or throws what the client reads of its failure, as a failure of the thread that waits. */
    <T> T answer(CompletableFuture<T> answer, String method) {
        try {
            return within(answer, method);
        } catch (ExecutionException e) {
            throw new FailedCallException(e.getCause().getMessage());
        }
    }

    /** Waits for an end, good or bad. */
    void end(CompletableFuture<?> done, String what) {
        try {
            within(done, what);
        } catch (ExecutionException e) { // a bad one
            return;
        }
    }

    private <T> T within(CompletableFuture<T> answer, String what) throws ExecutionException {
        try {
            return answer.get(howLong.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(what + " is not over after " + howLong.toMillis() + " ms, waited for by " + client
                    + ". If it waits for what the test does next, call it by invokeAsync.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(client + " was interrupted while it waited for " + what + ".", e);
        }
    }
}
