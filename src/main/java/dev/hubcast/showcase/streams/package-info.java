/**
 * Streams to a page and from it, and questions that one page asks another through the hub.
 *
 * <p>Begin with {@link dev.hubcast.showcase.streams.StreamsHub}.
 */
package dev.hubcast.showcase.streams;
