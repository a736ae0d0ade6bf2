package dev.hubcast.conformance.functional;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Tells a connection that a request of its client waits no longer. */
final class Unparking implements AsyncListener {

    private final EchoConnection connection;

    Unparking(EchoConnection connection) {
        this.connection = connection;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        connection.unpark(event.getAsyncContext());
        event.getAsyncContext().complete();
    }

    @Override
    public void onError(AsyncEvent event) {
        connection.unpark(event.getAsyncContext());
    }

    @Override
    public void onComplete(AsyncEvent event) {
        connection.unpark(event.getAsyncContext());
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // the same request again, which nobody does here
    }
}
