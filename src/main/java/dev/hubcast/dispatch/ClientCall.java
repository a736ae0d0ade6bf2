package dev.hubcast.dispatch;

import dev.hubcast.HubCaller;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.connection.Upload;
import dev.hubcast.protocol.Arguments;
import dev.hubcast.protocol.ArgumentBindingException;
import dev.hubcast.protocol.HubMessage.Completion;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A client's call of a hub method, from its arguments to its answer. */
final class ClientCall {

    private static final Logger LOG = System.getLogger(HubDispatcher.class.getName());

    private final HubCode code;
    private final FailureTexts texts;
    private final HubConnection connection;
    private final HubMethodModel method;
    private final Request request;
    private final ConnectionCaller caller;
    private List<Upload> uploads = List.of();
    /** Null while there is nothing to do. */
    private List<Runnable> atEnd;
    private boolean over;

    /**
     * What the client's message says.
     *
     * @param invocationId null for one who wants no answer
     * @param target the name of the method as the client writes it
     * @param arguments what is not uploaded
     * @param streamIds the client's ids of what it uploads
     * @param streaming whether the client wants a stream
     */
    record Request(String invocationId, String target, Arguments arguments, List<String> streamIds, boolean streaming) {}

    ClientCall(HubCode code, FailureTexts texts, HubConnection connection, HubMethodModel method, Request request,
            ConnectionCaller caller) {
        this.code = code;
        this.texts = texts;
        this.connection = connection;
        this.method = method;
        this.request = request;
        this.caller = caller;
    }

    HubConnection connection() {
        return connection;
    }

    HubMethodModel method() {
        return method;
    }

    Request request() {
        return request;
    }

    FailureTexts texts() {
        return texts;
    }

    /** What the client uploads, before the method is called. */
    void takes(List<Upload> open) {
        uploads = open;
    }

    /** What is to be done before the client hears that the call is over; at once if it is. */
    void atEnd(Runnable action) {
        synchronized (this) {
            if (!over) {
                atEnd = atEnd == null ? new ArrayList<>() : atEnd;
                atEnd.add(action);
                return;
            }
        }
        action.run();
    }

    private void leave() {
        List<Runnable> actions;
        synchronized (this) {
            over = true;
            actions = atEnd;
            atEnd = null;
        }
        if (actions != null) {
            actions.forEach(Runnable::run);
        }
    }

    /** Runs hub code for the call; what goes wrong fails the result. */
    void run(CompletableFuture<?> result, Runnable work) {
        code.run(connection, caller, result, work);
    }

    /** Brings a signal to the call's code. */
    void signal(Runnable signal) {
        connection.signal(() -> {
            try {
                code.run(connection, caller, signal);
            } catch (RuntimeException e) { // the application ends, and its context with it
                LOG.log(Level.DEBUG, () -> this + " hears no more of its client", e);
            }
        });
    }

    /** Binds the arguments and calls the method; the result completes with what the method has for the client. */
    void call(CompletableFuture<Object> result) {
        code.call(method, provided(), bound(), uploads, result);
    }

    /** Binds the arguments, calls the method and answers what it returns; its bean stays until the end. */
    Object begin(CompletableFuture<?> end) throws Throwable {
        return code.begin(method, provided(), bound(), uploads, end);
    }

    private Map<Class<?>, ?> provided() {
        return Map.of(HubCaller.class, caller);
    }

    private Object[] bound() {
        return request.arguments().bind(method.parameters().wireTypes());
    }

    void succeed(Object result) {
        if (request.invocationId() == null) {
            leave();
            return;
        }
        try {
            end(Completion.result(request.invocationId(), result));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.ERROR, () -> connection + ": the result of " + request.target() + " cannot be sent", e);
            end(Completion.error(request.invocationId(), texts.thrown(request.target(), e)));
        }
    }

    /** The stream is over. */
    void endStream() {
        end(new Completion(request.invocationId(), null, null));
    }

    /** The call cannot be done. */
    void refuse(String error) {
        if (request.invocationId() == null) {
            leave();
        } else {
            end(Completion.error(request.invocationId(), error));
        }
    }

    /** The method failed, or the stream that it returned, which the text says. */
    void fail(Throwable failure, String text) {
        if (failure instanceof ArgumentBindingException) {
            LOG.log(Level.DEBUG, () -> connection + ": arguments of " + method.name() + " do not fit", failure);
            refuse(texts.notBound(request.target(), failure.getMessage()));
        } else {
            refuse(text);
            code.report(connection, caller, method, failure);
        }
    }

    private void end(Completion completion) {
        leave();
        connection.send(completion);
    }

    @Override
    public String toString() {
        return connection + ": " + method.name();
    }
}
