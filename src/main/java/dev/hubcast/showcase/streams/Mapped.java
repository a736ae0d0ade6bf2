package dev.hubcast.showcase.streams;

import java.util.concurrent.Flow;
import java.util.function.Function;

/**
 * Makes another item of each that comes, and asks for as many as it is asked for.
 *
 * @param source where they come from
 * @param mapping what is made of them
 * @param <T> what comes
 * @param <R> what leaves
 */
record Mapped<T, R>(Flow.Publisher<T> source, Function<? super T, ? extends R> mapping) implements Flow.Publisher<R> {

    @Override
    public void subscribe(Flow.Subscriber<? super R> subscriber) {
        source.subscribe(new Flow.Subscriber<>() {

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(T item) {
                subscriber.onNext(mapping.apply(item));
            }

            @Override
            public void onError(Throwable failure) {
                subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }
}
