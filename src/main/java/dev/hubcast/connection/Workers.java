package dev.hubcast.connection;

import java.util.concurrent.Executor;

/** Runs calls. Whoever is told that one waits neither waits nor runs anything. */
@FunctionalInterface
interface Workers extends Executor {

    /** A call waits for a client and keeps its thread meanwhile. */
    default void oneWaits() {}

    /** It does not any more, or has given back its thread. */
    default void oneWaitsNoLonger() {}
}
