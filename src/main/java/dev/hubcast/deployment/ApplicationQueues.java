package dev.hubcast.deployment;

import dev.hubcast.EventQueues;
import dev.hubcast.connection.HubThreads;
import dev.hubcast.protocol.JsonMapping;
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

    /** What a thread that comes later and knows nothing of the application could not look up. */
    private record Started(QueueOptions options, JsonMapping json, HubThreads threads, JoinPolicy joins) {}

    /** The queues. */
    synchronized EventQueues use() {
        if (queues == null) {
            queues = started == null
                    ? new LocalQueues(HubSettings.ofApplication().queues(), Protocols.json(CDI.current()))
                    : new LocalQueues(started.options(), started.json());
            serve();
        }
        return queues;
    }

    /** Where they can be read. */
    synchronized void readBy(QueueFilter address) {
        filter = address;
    }

    /** The web context starts. */
    synchronized void start(QueueOptions options, JsonMapping json, HubThreads threads, JoinPolicy joins) {
        started = new Started(options, json, threads, joins);
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
