package dev.hubcast.connection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All threads of Hubcast: workers that run calls, others for those that stream, those that bring them what is uploaded, relays, a few that
 * close connections, and one clock.
 *
 * <p>Every connection has at most one call with the workers, or as many as its hub allows, those that wait for their client aside. When
 * all workers are busy, connections wait for their turn in the order in which they asked, and what their clients send meanwhile is pushed
 * back. Nothing is rejected.
 *
 * <p>A call that streams may keep its thread for as long as the client likes, so calls that do not have threads of their own. Relays bring
 * hub code what it may be waiting for on all other threads: results of clients, cancellations, and what is no call. An upload's subscriber
 * is hub code that calls may wait for, and may itself wait; so it has threads of its own, too.
 */
public final class HubThreads {

    private static final Logger LOG = System.getLogger(HubThreads.class.getName());
    private static final int HOUSEKEEPERS = 4;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Workers workers;
    private final Executor streams;
    private final int streamThreads;
    private final AtomicInteger streaming = new AtomicInteger();
    private final Executor signals;
    private final Executor relays;
    private final Executor housekeeping;
    private final ScheduledExecutorService clock;
    private final BurstWatch burstWatch;

    /**
     * Threads that are started as they are needed.
     *
     * @param factory makes them
     * @param workers how many calls may run at a time
     * @param streamThreads how many calls that stream may run at a time
     */
    public HubThreads(ThreadFactory factory, int workers, int streamThreads) {
        this(new WorkerPool(workers, IDLE, factory, HubThreads::rejected), pool(streamThreads, factory), streamThreads,
                pool(streamThreads, factory), pool(workers, factory), pool(HOUSEKEEPERS, factory), clock(factory));
    }

    /**
     * Other threads, which need not be pools: a caller's own thread has no end.
     *
     * @param workers run calls
     * @param streams run calls that stream
     * @param signals bring hub code what clients upload
     * @param relays bring hub code what it may wait for
     * @param housekeeping close connections
     * @param clock looks at times
     */
    public HubThreads(Executor workers, Executor streams, Executor signals, Executor relays, Executor housekeeping,
            ScheduledExecutorService clock) {
        this(workers::execute, streams, Integer.MAX_VALUE, signals, relays, housekeeping, clock);
    }

    private HubThreads(Workers workers, Executor streams, int streamThreads, Executor signals, Executor relays, Executor housekeeping,
            ScheduledExecutorService clock) {
        this.workers = workers;
        this.streams = streams;
        this.streamThreads = streamThreads;
        this.signals = signals;
        this.relays = relays;
        this.housekeeping = housekeeping;
        this.clock = clock;
        this.burstWatch = new BurstWatch(clock, System::nanoTime);
    }

    private static ScheduledExecutorService clock(ThreadFactory factory) {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, factory, HubThreads::rejected);
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private static ThreadPoolExecutor pool(int size, ThreadFactory factory) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size, size, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory, HubThreads::rejected);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static void rejected(Runnable task, ThreadPoolExecutor pool) {
        LOG.log(Level.DEBUG, "Not run after the shutdown: {0}", task);
    }

    /**
     * Has the clock do something once a second; it must not wait.
     *
     * @param look what to do
     */
    public void everySecond(Runnable look) {
        clock.scheduleAtFixedRate(() -> guarded(look), 1, 1, TimeUnit.SECONDS);
    }

    /** An exception would end the clock's task for good. */
    private static void guarded(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The clock's look at the connections failed.", e);
        }
    }

    /**
     * Runs work on the calling thread; what it sends is queued by then and written by a worker, so that the thread need not.
     *
     * @param work sends to any of the hubs; what it throws is thrown
     */
    public void sendTogether(Runnable work) {
        Burst.run(burstWatch, workers, work);
    }

    /** Has a worker do something after a while. */
    void after(long millis, Runnable work) {
        clock.schedule(() -> workers.execute(work), millis, TimeUnit.MILLISECONDS);
    }

    /**
     * Ends all threads: what waits is still run, what does not end in time is interrupted.
     *
     * @param patience how long to wait
     */
    public void close(Duration patience) {
        clock.shutdownNow();
        long deadline = System.nanoTime() + patience.toNanos();
        end(workers, deadline);
        end(streams, deadline);
        end(signals, deadline);
        end(relays, deadline);
        end(housekeeping, deadline);
    }

    private static void end(Executor threads, long deadline) {
        if (!(threads instanceof ExecutorService pool)) {
            return;
        }
        pool.shutdown();
        try {
            if (!pool.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    Workers workers() {
        return workers;
    }

    /** Fails a result that does not come in time. */
    void limit(CompletableFuture<?> result, Duration patience) {
        Future<?> alarm = clock.schedule(() -> relays.execute(
                        () -> result.completeExceptionally(new TimeoutException("No answer within " + patience.toMillis() + " ms."))),
                patience.toNanos(), TimeUnit.NANOSECONDS);
        result.whenComplete((value, failure) -> alarm.cancel(false));
    }

    /** Runs a call that streams. Answers whether a thread is free for it; else it waits for one. */
    boolean stream(Runnable call) {
        boolean free = streaming.getAndIncrement() < streamThreads;
        streams.execute(() -> {
            try {
                call.run();
            } finally {
                streaming.decrementAndGet();
            }
        });
        return free;
    }

    Executor signals() {
        return signals;
    }

    Executor relays() {
        return relays;
    }

    Executor housekeeping() {
        return housekeeping;
    }

    BurstWatch burstWatch() {
        return burstWatch;
    }
}
