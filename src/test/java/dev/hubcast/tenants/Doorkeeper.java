package dev.hubcast.tenants;

import dev.hubcast.HubContext;
import dev.hubcast.event.GroupJoined;
import dev.hubcast.event.OfHub;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/** Tells everybody who may know it that somebody has come. */
@ApplicationScoped
public class Doorkeeper {

    private static final String WATCHED = "watched";

    @Inject
    HubContext<TeamsHub> hub;

    void joined(@Observes @OfHub("teams") GroupJoined event) {
        if (event.group().equals(WATCHED)) {
            hub.clients().all().send("came", event.caller().tenant());
        }
    }

    /** On a thread that belongs to no call, so to no tenant. */
    void joinedLater(@ObservesAsync @OfHub("teams") GroupJoined event) {
        if (event.group().equals(WATCHED)) {
            hub.tenant(event.caller().tenant()).clients().all().send("cameLater", event.caller().tenant());
        }
    }
}
