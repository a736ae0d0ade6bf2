package dev.hubcast.connection;

/** What a call has while no other call of its connection may begin. */
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
