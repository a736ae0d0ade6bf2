package dev.hubcast.dispatch;

import java.util.concurrent.CompletionStage;

/** How a call is answered, by one result or by a stream. */
interface Answer {

    /** Calls the method, on this thread; what it returns completes, never exceptionally, when the client was answered. */
    CompletionStage<?> give();

    /** No thread is free for the call: it is not made at all if it is cancelled while it waits for one. */
    default void waits() {}

    /** Ends the call on behalf of the client. Any thread, any number of times. */
    void cancel();
}
