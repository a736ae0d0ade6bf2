package dev.hubcast.presence;

import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.event.Connected;
import dev.hubcast.event.Disconnected;
import dev.hubcast.event.GroupJoined;
import dev.hubcast.event.GroupLeft;
import dev.hubcast.event.OfHub;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/** Observes the connections of one hub and tells the clients of another. */
@ApplicationScoped
public class Presence {

    @Inject
    HubContext<WatchHub> watch;

    @Inject
    Doorman doorman;

    @Inject
    HubCaller injected;

    void connected(@Observes @OfHub("presence") Connected event) {
        tell("connected", event.caller());
    }

    void joined(@Observes @OfHub("presence") GroupJoined event) {
        tell("joined " + event.group(), event.caller());
    }

    void left(@Observes @OfHub("presence") GroupLeft event) {
        tell("left " + event.group(), event.caller());
    }

    void disconnected(@Observes @OfHub("presence") Disconnected event) {
        tell("disconnected", event.caller());
    }

    void later(@ObservesAsync @OfHub("presence") Disconnected event) {
        watch.clients().all().send("later", event.caller().userName());
    }

    private void tell(String what, HubCaller caller) {
        boolean same = injected.connectionId().equals(caller.connectionId());
        watch.clients().all().send("noted", what, caller.userName(), doorman.caller(), same);
    }
}
