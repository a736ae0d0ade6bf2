package dev.hubcast.queue;

/** Whoever reads a queue. Never called while a queue is locked. */
interface QueueReader {

    /** Something may be there to {@link EventQueue#take take}. */
    void wake();

    /** Another one reads the queue now. */
    void takenOver();
}
