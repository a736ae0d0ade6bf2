package dev.hubcast.queue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Queues that nobody reads, in the order in which they were left alone. May hold one that somebody reads after all, for a moment. Safe for
 * use by any number of threads; locks no queue.
 */
final class UnreadQueues {

    private final QueueOptions options;
    private final LongSupplier nanoTime;
    private final Map<EventQueue, Long> since = new LinkedHashMap<>();

    UnreadQueues(QueueOptions options, LongSupplier nanoTime) {
        this.options = options;
        this.nanoTime = nanoTime;
    }

    synchronized void add(EventQueue queue) {
        since.remove(queue);
        since.put(queue, nanoTime.getAsLong());
    }

    synchronized void remove(EventQueue queue) {
        since.remove(queue);
    }

    /** Takes out those that are too many, or too long alone. */
    synchronized List<EventQueue> takeOverdue() {
        long now = nanoTime.getAsLong();
        List<EventQueue> overdue = new ArrayList<>();
        Iterator<Map.Entry<EventQueue, Long>> oldest = since.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<EventQueue, Long> next = oldest.next();
            if (since.size() <= options.unreadLimit() && now - next.getValue() <= options.retention().toNanos()) {
                break;
            }
            overdue.add(next.getKey());
            oldest.remove();
        }
        return overdue;
    }
}
