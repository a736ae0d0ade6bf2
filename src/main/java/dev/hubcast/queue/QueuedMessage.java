package dev.hubcast.queue;

/**
 * A message in a queue.
 *
 * @param id its event id
 * @param data its text in UTF-8, not to be changed
 * @param sentAt when it was handed to a listener, by {@link System#nanoTime()}; of no meaning before
 */
record QueuedMessage(long id, byte[] data, long sentAt) {

    QueuedMessage sentAt(long now) {
        return new QueuedMessage(id, data, now);
    }
}
