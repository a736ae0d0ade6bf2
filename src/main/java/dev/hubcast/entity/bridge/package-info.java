/** Behind {@link dev.hubcast.entity}: turns what JPA does with entities into broadcasts and CDI events. */
package dev.hubcast.entity.bridge;
