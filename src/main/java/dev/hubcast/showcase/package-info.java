/**
 * The showcase: a chat behind a log-in, and pages for everybody, each in a package of its own. Built with nothing of Hubcast but its public
 * API.
 *
 * <p>Begin with {@link dev.hubcast.showcase.ChatHub}.
 */
package dev.hubcast.showcase;
