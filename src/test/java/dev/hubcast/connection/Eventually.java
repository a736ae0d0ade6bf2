package dev.hubcast.connection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits, within bounds, for what another thread does. */
public final class Eventually {

    /** Far longer than anything here takes, also on a busy machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private Eventually() {}

    /** Tries an assertion until it holds. */
    public static void holds(ThrowingCallable assertion) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                assertion.call();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }
    }

    /** The value of a future that another thread completes. */
    public static <T> T value(Future<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for a latch. */
    public static void open(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Nobody opened the latch.");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
