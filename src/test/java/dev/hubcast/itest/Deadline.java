package dev.hubcast.itest;

import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A moment by which something must have happened.
 *
 * @param limit how long it may take
 * @param nanoTime when that is over, as {@link System#nanoTime()} counts
 */
record Deadline(Duration limit, long nanoTime) {

    static Deadline in(Duration limit) {
        return new Deadline(limit, System.nanoTime() + limit.toNanos());
    }

    /** Returns what is left, at least 1, because a socket takes 0 for ever. */
    int millisLeft() throws SocketTimeoutException {
        long left = nanoTime - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("Nothing came within " + limit.toMillis() + " ms");
        }
        return (int) Math.max(1, left / 1_000_000);
    }
}
