package dev.hubcast.deployment;

import java.util.function.Function;

/**
 * Something that can be configured.
 *
 * @param key its key, without {@code hubcast.} and what names a hub
 * @param reach for what it can be said
 * @param otherwise what holds where nobody says anything; null if that depends on something else
 * @param parse reads a value; throws {@link IllegalArgumentException} or {@link java.time.DateTimeException} with what to write instead
 * @param <T> what it is
 */
record Option<T>(String key, Reach reach, T otherwise, Function<String, T> parse) {

    /** For what an option can be said. */
    enum Reach {

        /** For all hubs, and for one. */
        HUB,

        /** For the application. */
        APPLICATION,

        /** For the application's event queues. */
        QUEUES
    }

    private static final String PREFIX = "hubcast.";

    static <T> Option<T> ofHub(String key, T otherwise, Function<String, T> parse) {
        return new Option<>(key, Reach.HUB, otherwise, parse);
    }

    static <T> Option<T> ofApplication(String key, T otherwise, Function<String, T> parse) {
        return new Option<>(key, Reach.APPLICATION, otherwise, parse);
    }

    static <T> Option<T> ofQueues(String key, T otherwise, Function<String, T> parse) {
        return new Option<>("queues." + key, Reach.QUEUES, otherwise, parse);
    }

    /** The key as it is configured, of a hub's option for all hubs. */
    String name() {
        return PREFIX + key;
    }

    /** The key as it is configured for one hub. */
    String nameFor(String hub) {
        return PREFIX + "hub." + hub + "." + key;
    }
}
