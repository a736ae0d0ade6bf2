package dev.hubcast.showcase.streams;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

/** Reads how much memory the server uses, for as long as anybody wants to know. Safe for use by any number of threads. */
@ApplicationScoped
public class Memory {

    private static final long MILLIS_BETWEEN = 200;
    private static final int AHEAD = 8;

    // Hubcast's subscribers only queue what they are given, so that the thread that reads can give it to them.
    private final SubmissionPublisher<Reading> publisher = new SubmissionPublisher<>(Runnable::run, AHEAD);

    private ScheduledFuture<?> reading;

    @Resource ManagedScheduledExecutorService timer;

    /** Each subscriber gets what is read from then on; one that is slow misses some. */
    public Flow.Publisher<Reading> readings() {
        return this::subscribe;
    }

    private synchronized void subscribe(Flow.Subscriber<? super Reading> subscriber) {
        publisher.subscribe(subscriber);
        if (reading == null) {
            reading = timer.scheduleAtFixedRate(this::read, 0, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void read() {
        int windows = publisher.getNumberOfSubscribers();
        if (windows == 0) {
            stop();
            return;
        }
        Runtime runtime = Runtime.getRuntime();
        publisher.offer(new Reading(runtime.totalMemory() - runtime.freeMemory(), windows), null);
    }

    private void stop() {
        if (reading != null) {
            reading.cancel(false);
            reading = null;
        }
    }

    @PreDestroy
    synchronized void end() {
        stop();
        publisher.close();
    }
}
