package dev.hubcast.deployment;

import dev.hubcast.EventQueues;
import dev.hubcast.connection.HubThreads;
import dev.hubcast.queue.LocalQueues;
import dev.hubcast.queue.QueueFilter;
import dev.hubcast.queue.QueueOptions;
import dev.hubcast.security.JoinPolicy;
import jakarta.enterprise.inject.spi.CDI;

/**
 * The application's event queues. They come to life when a bean first uses them, be it before the web context has started; an application
 * that never does has neither their address nor their clock.
 */
final class ApplicationQueues {

    /** Null until they are used. */
    private LocalQueues queues;
    /** Null if queues have no address. */
    private QueueFilter filter;
    /** Null while the web context is not started. */
    private Started started;
    private boolean stopped;

    private record Started(QueueOptions options, HubThreads threads, JoinPolicy joins) {}

    /** The queues. */
    synchronized EventQueues use() {
        if (queues == null) {
            QueueOptions options = started == null ? HubSettings.ofApplication().queues() : started.options();
            queues = new LocalQueues(options, Protocols.json(CDI.current()));
            serve();
        }
        return queues;
    }

    /** Where they can be read. */
    synchronized void readBy(QueueFilter address) {
        filter = address;
    }

    /** The web context starts. */
    synchronized void start(QueueOptions options, HubThreads threads, JoinPolicy joins) {
        started = new Started(options, threads, joins);
        serve();
    }

    private void serve() {
        if (queues != null && stopped) {
            queues.close();
        } else if (queues != null && started != null) {
            started.threads().everySecond(queues::tick);
            if (filter != null) {
                filter.open(queues, started.joins());
            }
        }
    }

    /** The web context ends. */
    void stop() {
        LocalQueues used;
        synchronized (this) {
            stopped = true;
            used = queues;
        }
        if (used != null) {
            used.close();
        }
    }
}
