package dev.hubcast.conformance;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.BinaryOperator;

/** Makes one value of all that a client uploads. */
public final class Folding<T> implements Flow.Subscriber<T> {

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final BinaryOperator<T> operator;
    private T soFar;

    private Folding(T first, BinaryOperator<T> operator) {
        this.soFar = first;
        this.operator = operator;
    }

    /**
     * Subscribes.
     *
     * @param <T> what is uploaded
     * @param items the upload
     * @param first the value of nothing
     * @param operator adds an item
     * @return completes with the value, or fails with the upload
     */
    public static <T> CompletionStage<T> of(Flow.Publisher<T> items, T first, BinaryOperator<T> operator) {
        Folding<T> folding = new Folding<>(first, operator);
        items.subscribe(folding);
        return folding.result;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T item) {
        soFar = operator.apply(soFar, item);
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        result.complete(soFar);
    }
}
