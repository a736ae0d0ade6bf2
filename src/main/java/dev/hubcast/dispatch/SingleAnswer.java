package dev.hubcast.dispatch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A call that is answered by one result. */
final class SingleAnswer implements Answer {

    private final ClientCall call;
    private final CompletableFuture<Object> result = new CompletableFuture<>();

    SingleAnswer(ClientCall call) {
        this.call = call;
    }

    @Override
    public CompletionStage<?> give() {
        // A result is written within the call's scope, for the application's own JSON mapping; a failure is dealt with behind it.
        CompletionStage<Void> answered = result.thenAccept(call::succeed);
        if (call.method().isAsynchronous()) {
            becomeCancellable();
        }
        call.run(result, () -> call.call(result));
        return answered.exceptionally(failure -> {
            Throwable cause = FailureTexts.unwrap(failure);
            call.fail(cause, call.texts().thrown(call.request().target(), cause));
            return null;
        });
    }

    private void becomeCancellable() {
        String id = call.request().invocationId();
        Runnable cancellation = this::cancel;
        call.connection().running().addCall(id, cancellation);
        call.atEnd(() -> call.connection().running().removeCall(id, cancellation));
    }

    /** The method's own stage is cancelled with it. */
    @Override
    public void cancel() {
        result.cancel(true);
    }
}
