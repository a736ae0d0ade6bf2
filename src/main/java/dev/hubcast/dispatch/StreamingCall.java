package dev.hubcast.dispatch;

import dev.hubcast.InvocationOutcome.Kind;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.connection.RunningCalls;
import dev.hubcast.connection.Upload;
import dev.hubcast.connection.Uploads;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A call that streams, in one direction or both. It runs beside the connection's other calls, on a thread that it may keep; what the client
 * says next waits until the method has returned, or has begun to listen to what comes next, so that calls still begin in their order.
 */
final class StreamingCall {

    private final ClientCall call;
    private final HubConnection connection;
    private final CompletableFuture<Void> begun;
    private final Answer answer;

    /** The stage is completed as soon as what follows need not wait any more. */
    StreamingCall(ClientCall call, CompletableFuture<Void> begun) {
        this.call = call;
        this.connection = call.connection();
        this.begun = begun;
        this.answer = call.request().streaming() ? new StreamedAnswer(call, this::goOn) : new SingleAnswer(call);
    }

    private void goOn() {
        begun.complete(null);
    }

    /** Answers null, or a stage that completes when the client's next message may be handled. */
    CompletionStage<?> begin() {
        String refusal = register();
        if (refusal != null) {
            call.refuse(Kind.UNFIT, refusal);
            return null;
        }
        openUploads();
        if (connection.stream(this::run)) {
            return begun;
        }
        answer.waits();
        return null;
    }

    private void run() {
        try {
            answer.give();
        } finally {
            goOn();
        }
    }

    /** The end of the connection cancels a stream of results; one that is uploaded it ends, and so it may end its call. */
    private String register() {
        RunningCalls running = connection.running();
        Runnable cancellation = call.request().streaming() ? answer::cancel : this::goOn;
        String id = call.request().streaming() ? call.request().invocationId() : null;
        if (id != null && !running.addStream(id, cancellation)) {
            return call.texts().idInUse(id);
        }
        call.atEnd(() -> {
            running.removeStreaming(cancellation);
            if (id != null) {
                running.removeStream(id, cancellation);
            }
        });
        return running.addStreaming(cancellation) ? null : call.texts().tooManyStreams(call.request().target());
    }

    private void openUploads() {
        Uploads uploads = connection.uploads();
        List<Type> types = call.method().parameters().uploadTypes();
        List<String> ids = call.request().streamIds();
        List<Upload> open = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            String id = ids.get(i);
            Upload upload = uploads.open(id, types.get(i), call::signal, this::goOn);
            call.atEnd(() -> uploads.close(id, upload));
            open.add(upload);
        }
        call.takes(open);
    }
}
