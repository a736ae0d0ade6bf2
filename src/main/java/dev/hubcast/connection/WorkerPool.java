package dev.hubcast.connection;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Workers that have others stand in for those whose calls wait for a client: what these wait for may be behind calls that wait for a
 * worker. There are as many to stand in as there are workers.
 */
final class WorkerPool extends ThreadPoolExecutor implements Workers {

    private final int size;
    private int waiting;

    WorkerPool(int size, Duration idle, ThreadFactory factory, RejectedExecutionHandler rejected) {
        super(size, size, idle.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory, rejected);
        this.size = size;
        allowCoreThreadTimeOut(true);
    }

    @Override
    public synchronized void oneWaits() {
        waiting++;
        if (waiting <= size) {
            setMaximumPoolSize(size + waiting);
            setCorePoolSize(size + waiting);
        }
    }

    @Override
    public synchronized void oneWaitsNoLonger() {
        waiting--;
        if (waiting < size) {
            setCorePoolSize(size + waiting);
            setMaximumPoolSize(size + waiting);
        }
    }
}
