package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.HubException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class UploadTest {

    private final HandExecutor signals = new HandExecutor();
    private final List<String> told = new ArrayList<>();
    private final Upload upload = new Upload(2, signals, () -> told.add("subscribed"));
    private final Listener listener = new Listener();

    /** Notes its signals, and asks for nothing by itself. */
    private final class Listener implements Flow.Subscriber<Object> {

        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(Object item) {
            told.add("item " + item);
        }

        @Override
        public void onError(Throwable failure) {
            told.add(failure.getClass().getSimpleName() + " " + failure.getMessage());
        }

        @Override
        public void onComplete() {
            told.add("complete");
        }
    }

    private void listen(long demand) {
        upload.subscribe(listener);
        listener.subscription.request(demand);
        signals.runAll();
    }

    @Test
    void items_come_as_they_are_asked_for_and_then_the_end() {
        listen(1);
        assertThat(upload.add("a")).isNull();
        assertThat(upload.add("b")).isNull();
        upload.end(null);
        signals.runAll();
        assertThat(told).containsExactly("subscribed", "item a");

        listener.subscription.request(1);
        signals.runAll();
        assertThat(told).containsExactly("subscribed", "item a", "item b", "complete");
    }

    @Test
    void one_item_more_than_there_is_room_for_holds_up_its_client_until_there_is_room() {
        assertThat(upload.add("a")).isNull();
        assertThat(upload.add("b")).isNull();
        CompletionStage<?> full = upload.add("c");
        assertThat(full.toCompletableFuture()).isNotDone();

        listen(1);
        assertThat(full.toCompletableFuture()).isDone();
    }

    @Test
    void a_failure_comes_behind_the_items() {
        upload.add("a");
        upload.end(new HubException("gave up"));
        upload.end(null);
        assertThat(upload.add("late")).isNull();
        listen(Long.MAX_VALUE);

        assertThat(told).containsExactly("subscribed", "item a", "HubException gave up");
    }

    @Test
    void who_cancels_hears_nothing_more_and_holds_up_nobody() {
        listen(1);
        upload.add("a");
        signals.runAll();
        upload.add("b");
        upload.add("c");
        CompletionStage<?> full = upload.add("d");
        listener.subscription.cancel();
        listener.subscription.request(5);

        assertThat(full.toCompletableFuture()).isDone();
        assertThat(upload.add("e")).isNull();
        upload.end(null);
        signals.runAll();
        assertThat(told).containsExactly("subscribed", "item a");
    }

    @Test
    void the_end_holds_up_nobody_though_nobody_has_ever_listened() {
        upload.add("a");
        upload.add("b");
        CompletionStage<?> full = upload.add("c");
        upload.end(null);

        assertThat(full.toCompletableFuture()).isDone();
        assertThat(signals.waiting()).isZero();
    }

    @Test
    void there_is_one_subscriber() {
        listen(1);
        upload.subscribe(new Listener());
        upload.add("a");
        signals.runAll();

        assertThat(told).containsExactly("subscribed", "IllegalStateException What a client uploads has one subscriber.", "item a");
    }

    @Test
    void to_ask_for_nothing_is_a_mistake() {
        listen(0);

        assertThat(told).containsExactly("subscribed", "IllegalArgumentException A subscriber asks for one item at least.");
    }

    @Test
    void a_subscriber_that_throws_counts_as_one_that_has_cancelled() {
        upload.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription given) {
                given.request(10);
            }

            @Override
            public void onNext(Object item) {
                told.add("item " + item);
                throw new IllegalStateException("of the subscriber");
            }

            @Override
            public void onError(Throwable failure) {
                told.add("error");
            }

            @Override
            public void onComplete() {
                told.add("complete");
            }
        });
        upload.add("a");
        upload.add("b");
        upload.end(null);
        signals.runAll();

        assertThat(told).containsExactly("subscribed", "item a");
    }
}
