package dev.hubcast.dispatch;

import dev.hubcast.InvocationOutcome.Kind;
import dev.hubcast.protocol.Arguments;
import dev.hubcast.protocol.HubMessage.StreamItem;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A call that is answered by a stream. A {@link Stream} is pulled by the call's own thread, in its scope; a {@link Flow.Publisher} is
 * asked for one item after the other. Neither gives more than can be written to the client.
 */
final class StreamedAnswer implements Answer {

    private static final Logger LOG = System.getLogger(HubDispatcher.class.getName());

    private final ClientCall call;
    private final Runnable begun;
    /** Completes when no more items come: the producer has no more, or has failed, or nobody wants them. */
    private final CompletableFuture<Kind> end = new CompletableFuture<>();
    private final CallThread thread = new CallThread();
    private final CompletionStage<Void> answered;
    private volatile boolean streaming;
    private volatile boolean waiting;

    StreamedAnswer(ClientCall call, Runnable begun) {
        this.call = call;
        this.begun = begun;
        this.answered = end.handle(this::answer); // also of a call that still waits for its thread
    }

    @Override
    public void waits() {
        waiting = true;
    }

    /** Of a call that was cancelled as it began the method is called, as the reference does, and its producer hears that it is over. */
    @Override
    public CompletionStage<?> give() {
        inScope(() -> {
            if (!waiting || !end.isDone()) {
                produce(call.begin(end));
            }
        });
        return answered;
    }

    /** Hub code, which throws what it likes. */
    private interface Work {

        void run() throws Exception;
    }

    private void inScope(Work work) {
        thread.run(() -> call.run(end, () -> {
            try {
                work.run();
            } catch (Throwable e) { // an Error of the application is the caller's failure too, not the thread's end
                fail(e);
            }
        }));
    }

    private void produce(Object value) throws Exception {
        begun.run();
        if (value instanceof CompletionStage<?> stage) {
            end.whenComplete((kind, failure) -> stage.toCompletableFuture().cancel(true));
            stage.whenComplete((later, failure) -> {
                if (failure == null) {
                    call.connection().stream(() -> inScope(() -> produce(later)));
                } else {
                    fail(failure);
                }
            });
            return;
        }
        streaming = true;
        if (value instanceof Stream<?> items) {
            pull(items);
        } else if (value instanceof Flow.Publisher<?> publisher) {
            publisher.subscribe(new Download(this, call.connection()));
        } else {
            streaming = false;
            throw new NoStreamException();
        }
    }

    private void pull(Stream<?> items) throws InterruptedException, ExecutionException {
        try (items) {
            if (!end.isDone()) {
                sendAll(items.iterator());
            }
        }
        complete();
    }

    private void sendAll(Iterator<?> items) throws InterruptedException, ExecutionException {
        do {
            awaitWritable();
        } while (items.hasNext() && send(items.next()));
    }

    private void awaitWritable() throws InterruptedException, ExecutionException {
        CompletableFuture<Void> writable = new CompletableFuture<>();
        call.connection().whenWritable(() -> writable.complete(null));
        if (!writable.isDone()) {
            writable.get();
        }
    }

    /** Sends an item that is due. Answers whether more are wanted. */
    boolean send(Object item) {
        return send(item, call.connection()::sendItem);
    }

    /** Sends an item for which nobody has made sure that there is room. */
    void sendUnasked(Object item) {
        send(item, call.connection()::send);
    }

    private boolean send(Object item, Consumer<StreamItem> way) {
        synchronized (end) {
            if (end.isDone()) {
                return false;
            }
            way.accept(new StreamItem(call.request().invocationId(), Arguments.ofOne(item)));
            return true;
        }
    }

    /** The producer has no more. */
    void complete() {
        end.complete(Kind.SUCCEEDED);
    }

    void fail(Throwable failure) {
        if (!end.completeExceptionally(failure)) {
            LOG.log(Level.DEBUG, () -> call + " failed after the end of its stream", failure);
        }
    }

    /** Runs an action when no more items are wanted. */
    void whenOver(Runnable action) {
        end.whenComplete((kind, failure) -> action.run());
    }

    @Override
    public void cancel() {
        if (end.complete(Kind.CANCELLED)) {
            thread.interrupt();
        }
    }

    private Void answer(Kind kind, Throwable failure) {
        synchronized (end) { // an item is on its way
            if (failure == null) {
                call.endStream(kind);
                return null;
            }
        }
        Throwable cause = FailureTexts.unwrap(failure);
        call.fail(cause, text(cause));
        return null;
    }

    private String text(Throwable cause) {
        FailureTexts texts = call.texts();
        String target = call.request().target();
        if (cause instanceof NoStreamException) {
            return texts.noStream(target);
        }
        return streaming ? texts.whileStreaming(target, cause) : texts.thrown(target, cause);
    }

    /** The method returned null. */
    private static final class NoStreamException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoStreamException() {
            super("The method returned no stream.");
        }
    }
}
