package dev.hubcast.showcase.process;

import dev.hubcast.EventQueues;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** Processes that take their time, and tell their queue how far they are. Safe for use by any number of threads. */
@ApplicationScoped
public class Processes {

    /** How many may run or wait for a thread: whoever starts one needs no log-in. */
    static final int AT_ONCE = 8;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile boolean ending;

    @Resource ManagedExecutorService executor;
    @Inject EventQueues queues;

    /**
     * Starts a search for Mersenne primes.
     *
     * @param limit the last exponent to be tried
     * @return the id of the queue that hears of it, a secret that nobody guesses
     * @throws RejectedExecutionException if too many are running
     */
    public String start(int limit) {
        if (!places.tryAcquire()) {
            throw new RejectedExecutionException("%d processes are running".formatted(AT_ONCE));
        }
        String queueId = UUID.randomUUID().toString();
        // The listener may come before the first message.
        queues.open(queueId);
        try {
            executor.execute(() -> run(new MersenneSearch(limit), queueId));
        } catch (RejectedExecutionException e) {
            end(queueId);
            throw e;
        }
        return queueId;
    }

    private void run(MersenneSearch search, String queueId) {
        try {
            search.run(progress -> queues.enqueue(queueId, progress), () -> ending);
        } finally {
            end(queueId);
        }
    }

    private void end(String queueId) {
        queues.close(queueId);
        places.release();
    }

    @PreDestroy
    void stop() {
        ending = true;
    }
}
