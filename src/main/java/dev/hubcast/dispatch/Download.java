package dev.hubcast.dispatch;

import dev.hubcast.connection.HubConnection;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks a hub method's publisher for one item after the other, each when the client has read enough of those before. A publisher that gives
 * more than that, against the rule, gives it at the client's risk, which is closed when too much waits for it, as for any messages.
 */
final class Download implements Flow.Subscriber<Object> {

    private final StreamedAnswer answer;
    private final HubConnection connection;
    /** A publisher that signals within the request is asked again behind it, and not within its signal. */
    private final AtomicInteger requests = new AtomicInteger();
    private Flow.Subscription subscription;
    /** Whether an item was asked for that has not come. */
    private volatile boolean due;
    private volatile boolean over;

    Download(StreamedAnswer answer, HubConnection connection) {
        this.answer = answer;
        this.connection = connection;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        if (subscription != null) { // rule 2.5
            given.cancel();
            return;
        }
        subscription = given;
        answer.whenOver(this::cancel);
        if (!over) {
            askForMore();
        }
    }

    /** Nothing to cancel where the publisher has ended the stream. */
    private void cancel() {
        if (!over) {
            over = true;
            subscription.cancel();
        }
    }

    private void askForMore() {
        connection.whenWritable(this::request);
    }

    private void request() {
        if (requests.getAndIncrement() > 0) {
            return;
        }
        do {
            due = true;
            subscription.request(1);
        } while (requests.decrementAndGet() > 0);
    }

    @Override
    public void onNext(Object item) {
        Objects.requireNonNull(item, "item");
        boolean asked = due;
        due = false;
        try {
            if (!asked) {
                answer.sendUnasked(item);
            } else if (answer.send(item)) {
                askForMore();
            }
        } catch (RuntimeException e) { // it cannot be written
            answer.fail(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        over = true;
        answer.fail(Objects.requireNonNull(failure, "failure"));
    }

    @Override
    public void onComplete() {
        over = true;
        answer.complete();
    }
}
