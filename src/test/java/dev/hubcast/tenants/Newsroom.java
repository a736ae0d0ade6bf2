package dev.hubcast.tenants;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** An EJB that fires events within its transaction, and knows nothing of hubs. */
@Stateless
@PermitAll
public class Newsroom {

    @Inject
    Event<Object> events;

    public void speak(String way) {
        events.fire(new Spoken(way));
    }

    public void publish(String tenant, String way) {
        events.fire(new Published(tenant, way));
    }
}
