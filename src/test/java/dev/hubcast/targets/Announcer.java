package dev.hubcast.targets;

import dev.hubcast.HubContext;
import jakarta.annotation.Resource;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** An EJB that sends to hubs' clients, on threads of several kinds. */
@Stateless
public class Announcer {

    @Inject
    HubContext<TargetsHub> hub;

    @Resource
    ManagedScheduledExecutorService timer;

    public void announce(String text) {
        hub.clients().all().send("said", text);
    }

    @Asynchronous
    public void announceLater(String text) {
        hub.clients().all().send("said", text);
    }

    public void announceByTimer(String text) {
        timer.schedule(() -> hub.clients().all().send("said", text), 1, TimeUnit.MILLISECONDS);
    }
}
