package dev.hubcast.connection;

/** What a call has while it is one of those that its connection may have at a time. */
@FunctionalInterface
public interface Turn {

    /** Of hub code for which nothing waits. */
    Turn NONE = () -> { };

    /**
     * Lets what the client has sent meanwhile be done, because the call waits for it. More than once is no error.
     *
     * @throws IllegalStateException if nothing can be done before the call is over
     */
    void giveUp();
}
