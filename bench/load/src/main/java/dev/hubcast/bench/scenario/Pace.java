package dev.hubcast.bench.scenario;

import java.time.Duration;

/**
 * How long a scenario lasts.
 *
 * @param warmUp how long it runs before anything is measured
 * @param window how long it is measured
 * @param patience how long to wait for messages that do not come
 */
public record Pace(Duration warmUp, Duration window, Duration patience) {
}
