package dev.hubcast.event.bridge;

import dev.hubcast.dispatch.HubSender;
import jakarta.enterprise.event.TransactionPhase;

/**
 * How the events of a class become broadcasts.
 *
 * @param eventType the class
 * @param hub whose clients hear them
 * @param aim which of them
 * @param method the client method
 * @param when the phase of the transaction
 */
record DeclaredBroadcast(Class<?> eventType, HubSender<?> hub, Aim aim, String method, TransactionPhase when) {}
