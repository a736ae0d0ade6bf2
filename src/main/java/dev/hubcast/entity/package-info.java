/**
 * Entity changes: what a transaction changes in JPA entities is heard by a hub's clients, and by any bean as a CDI event.
 *
 * <p>{@link dev.hubcast.entity.LiveUpdates} on an entity declares who hears of it. This package and what stands behind it are all of
 * Hubcast that knows Jakarta Persistence; an application without it does not load them.
 */
package dev.hubcast.entity;
