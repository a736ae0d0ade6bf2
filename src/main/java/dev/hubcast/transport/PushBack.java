package dev.hubcast.transport;

import dev.hubcast.connection.Feed;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a client waiting that sends faster than its calls are done. Jakarta WebSocket has no way to stop reading but not to return from
 * the callback, which costs one of the container's threads; so only a few clients are kept waiting at a time, and one more is closed.
 */
final class PushBack {

    static final int MOST_WAITING = 16;

    private final Semaphore places = new Semaphore(MOST_WAITING);

    /** Returns when there is room for more of the connection's bytes, or it has ended. */
    void untilRoom(Feed feed) {
        if (!places.tryAcquire()) {
            feed.flooded();
            return;
        }
        try {
            while (!feed.awaitRoom(TimeUnit.SECONDS.toNanos(60))) {
                continue; // a hub method may take its time
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            feed.flooded();
        } finally {
            places.release();
        }
    }
}
