package dev.hubcast.queues;

import dev.hubcast.EventQueues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Says in a queue what has been committed. */
@ApplicationScoped
public class JobReports {

    @Inject
    EventQueues queues;

    void finished(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobFinished job) {
        queues.enqueue(job.queueId(), "finished");
    }
}
