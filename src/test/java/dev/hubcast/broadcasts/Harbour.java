package dev.hubcast.broadcasts;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** An EJB of a module without hubs. */
@Stateless
public class Harbour {

    @Inject
    Event<Object> events;

    public void fire(String event) {
        events.fire(event.equals("shipArrived") ? new ShipArrived("Rosa") : new ShipLeft("Rosa"));
    }
}
