package dev.hubcast.queues;

import dev.hubcast.EventQueues;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** An EJB that tells a queue what it does. WildFly denies what none of its annotations permits. */
@Stateless
@PermitAll
public class Jobs {

    @Inject
    EventQueues queues;

    @Inject
    Event<JobFinished> finished;

    @Resource
    SessionContext session;

    /** Works in a transaction, which is refused or not. */
    public void work(String queueId, boolean refuse) {
        queues.enqueue(queueId, "working");
        finished.fire(new JobFinished(queueId));
        if (refuse) {
            session.setRollbackOnly();
        }
    }

    /** Works when a timer says so. */
    public void workLater(String queueId) {
        session.getTimerService().createSingleActionTimer(1, new TimerConfig(queueId, false));
    }

    @Timeout
    void workNow(Timer timer) {
        work((String) timer.getInfo(), false);
    }
}
