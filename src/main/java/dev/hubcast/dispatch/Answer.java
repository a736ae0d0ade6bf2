package dev.hubcast.dispatch;

import java.util.concurrent.CompletionStage;

/** How a call is answered, by one result or by a stream. */
interface Answer {

    /** Calls the method, on this thread; what it returns completes, never exceptionally, when the client was answered. */
    CompletionStage<?> give();

    /** Ends the call on behalf of the client. Any thread, any number of times. */
    void cancel();
}
