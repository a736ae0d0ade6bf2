package dev.hubcast.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What has come and was not asserted yet, in its order. Safe for use by any number of threads. */
final class Inbox<M> {

    private final Deque<M> unread = new ArrayDeque<>();

    synchronized void add(M message) {
        unread.add(message);
        notifyAll();
    }

    /** Waits until there is something or the time is over. Answers the first, null if there is none, and leaves it. */
    synchronized M first(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); unread.isEmpty() && left > 0; left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return unread.peek();
    }

    synchronized void removeFirst() {
        unread.remove();
    }

    synchronized void removeIf(Predicate<M> unwanted) {
        unread.removeIf(unwanted);
    }

    synchronized boolean isEmpty() {
        return unread.isEmpty();
    }

    /** Everything, a line for each. */
    @Override
    public synchronized String toString() {
        return unread.stream().map(each -> "\n  " + each).collect(Collectors.joining());
    }
}
