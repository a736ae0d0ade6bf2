/**
 * CDI events and hubs: what any bean fires reaches groups of clients, what happens to connections reaches any bean.
 *
 * <p>{@link dev.hubcast.event.BroadcastTo} on an event class declares who hears its events. Nothing in here knows a web class, so that
 * a domain module can use it.
 */
package dev.hubcast.event;
