package dev.hubcast.connection;

import java.util.concurrent.Executor;

/** Runs tasks in the calling thread, in the context of the request that opened a connection. Safe for use by any number of threads. */
@FunctionalInterface
public interface RequestContext extends Executor {

    /** Called within a task beside which others may run: sees to it that the next thread need not wait for its end. Elsewhere nothing. */
    default void spare() {}
}
