/** Behind {@link dev.hubcast.event}: turns CDI events into broadcasts and what happens to connections into CDI events. */
package dev.hubcast.event.bridge;
