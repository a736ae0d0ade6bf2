/**
 * Bulk mail: letters that go out by Jakarta Mail on Jakarta Concurrency's threads, while every window that watches sees what becomes of
 * each.
 *
 * <p>Begin with {@link dev.hubcast.showcase.mail.Mailings}.
 */
package dev.hubcast.showcase.mail;
