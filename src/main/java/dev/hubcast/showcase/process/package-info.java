/**
 * A long-running process: a request starts it and is answered with the id of a queue, from which browsers and {@code curl} read how far it
 * is.
 *
 * <p>Begin with {@link dev.hubcast.showcase.process.Processes}.
 */
package dev.hubcast.showcase.process;
