/**
 * The kit for authors' own tests: a hub in a plain JUnit test, an artifact of its own beside the library (classifier {@code testing}).
 *
 * <p>{@link dev.hubcast.testing.HubTester} puts a hub to work without a server or container, {@link dev.hubcast.testing.HubTestClient} is
 * a client of it, and {@link dev.hubcast.testing.RecordingHubContext} stands in for {@link dev.hubcast.HubContext} in tests of other beans.
 * What goes wrong in a test is an {@link java.lang.AssertionError}, so any test framework will do.
 */
package dev.hubcast.testing;
