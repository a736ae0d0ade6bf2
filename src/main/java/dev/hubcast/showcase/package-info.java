/**
 * The showcase: a chat behind a log-in, built with nothing of Hubcast but its public API.
 *
 * <p>Begin with {@link dev.hubcast.showcase.ChatHub}.
 */
package dev.hubcast.showcase;
