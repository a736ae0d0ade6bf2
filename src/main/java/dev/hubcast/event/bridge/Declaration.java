package dev.hubcast.event.bridge;

import dev.hubcast.event.BroadcastTo;
import dev.hubcast.event.Broadcasts;
import jakarta.enterprise.event.TransactionPhase;

/**
 * What an annotation says, unchecked.
 *
 * @param where the class that carries the annotation, and the annotation
 * @param eventType whose events are meant
 * @param hub the hub's name
 * @param group a group's name with placeholders, empty for none
 * @param user a user's, empty for none
 * @param all whether all hear it
 * @param method the client method, empty for the standard one
 * @param when the phase of the transaction
 * @param except the property with a connection's id, empty for none
 * @param tenant a tenant's name with placeholders, empty for none
 */
record Declaration(String where, Class<?> eventType, String hub, String group, String user, boolean all, String method,
        TransactionPhase when, String except, String tenant) {

    static Declaration of(Class<?> eventType, BroadcastTo on) {
        return new Declaration("Event " + eventType.getName() + ": @BroadcastTo", eventType, on.hub(), on.group(), on.user(), on.all(),
                on.method(), on.when(), on.except(), on.tenant());
    }

    static Declaration of(Class<?> hubType, String hub, Broadcasts on) {
        return new Declaration("Hub " + hubType.getName() + ": @Broadcasts(event = " + on.event().getName() + ")", on.event(), hub,
                on.group(), on.user(), on.all(), on.method(), on.when(), on.except(), on.tenant());
    }
}
