package dev.hubcast.streams;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What streams of the test's hub come from, and what became of it. */
@ApplicationScoped
public class Producers {

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong pulled = new AtomicLong();

    int open() {
        return open.get();
    }

    long pulled() {
        return pulled.get();
    }

    /** Goes on for ever, with a pause before each number but the first. */
    Stream<Long> stream(long pauseMillis) {
        open.incrementAndGet();
        pulled.set(0);
        return Stream.generate(() -> next(pauseMillis)).onClose(open::decrementAndGet);
    }

    private long next(long pauseMillis) {
        long number = pulled.getAndIncrement();
        if (number > 0 && pauseMillis > 0) {
            try {
                Thread.sleep(pauseMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return number;
    }

    /** Says one thing and no more, until it is cancelled. */
    Flow.Publisher<String> publisher() {
        return subscriber -> {
            open.incrementAndGet();
            subscriber.onSubscribe(new Flow.Subscription() {

                private boolean said;

                @Override
                public void request(long n) {
                    if (!said) {
                        said = true;
                        subscriber.onNext("one");
                    }
                }

                @Override
                public void cancel() {
                    open.decrementAndGet();
                }
            });
        };
    }
}
