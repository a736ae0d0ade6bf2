package dev.hubcast.bench.socket;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Drives all connections on the calling thread.
 *
 * <p>One thread is enough: the client has one processor, and nothing need be locked.
 */
public final class EventLoop implements AutoCloseable {

    private static final long TICK = Duration.ofMillis(100).toNanos();

    private final Selector selector;
    private final ReadBuffer buffer = new ReadBuffer();
    private final MaskedFrames frames = new MaskedFrames();
    private final Texts texts = new Texts();
    private final long started = System.nanoTime();
    private Runnable everyTick = () -> { };
    private long nextTick;

    /**
     * Makes a loop.
     *
     * @throws IOException if the system gives no selector
     */
    public EventLoop() throws IOException {
        selector = Selector.open();
    }

    /**
     * The clock that latencies are measured with.
     *
     * @return nanoseconds since the loop was made
     */
    public long now() {
        return System.nanoTime() - started;
    }

    /** The same object each time, empty, for whoever fills it and sends it at once. */
    MaskedFrames frames() {
        return frames;
    }

    /** The same object each time, empty, as with {@link #frames}. */
    Texts texts() {
        return texts;
    }

    Selector selector() {
        return selector;
    }

    void everyTick(Runnable task) {
        everyTick = task;
    }

    /**
     * Serves the connections until something is done or the time is over.
     *
     * @param done asked after each round of events
     * @param limit the longest time
     * @return whether it is done
     */
    public boolean runUntil(BooleanSupplier done, Duration limit) {
        long end = now() + limit.toNanos();
        while (!done.getAsBoolean()) {
            long now = now();
            if (now >= end) {
                return false;
            }
            if (now >= nextTick) {
                nextTick = now + TICK;
                everyTick.run();
            }
            round(Math.min(end, nextTick) - now);
        }
        return true;
    }

    /**
     * Serves the connections for a while.
     *
     * @param time how long
     */
    public void runFor(Duration time) {
        runUntil(() -> false, time);
    }

    private void round(long nanos) {
        try {
            selector.select(this::ready, Math.max(1, nanos / 1_000_000));
        } catch (IOException e) {
            throw new IllegalStateException("the selector is broken", e);
        }
    }

    private void ready(SelectionKey key) {
        ((Tcp) key.attachment()).ready(buffer);
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
