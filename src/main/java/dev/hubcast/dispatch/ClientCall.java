package dev.hubcast.dispatch;

import dev.hubcast.HubCaller;
import dev.hubcast.InvocationOutcome.Kind;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.connection.Upload;
import dev.hubcast.protocol.Arguments;
import dev.hubcast.protocol.ArgumentBindingException;
import dev.hubcast.protocol.HubMessage.Completion;
import jakarta.validation.ConstraintViolationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
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
    /** Null if nobody filters. */
    private final FilteredCall filtered;
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
    record Request(String invocationId, String target, Arguments arguments, List<String> streamIds, boolean streaming) {

        /** Whether the call streams, in either direction. */
        boolean runsBeside() {
            return streaming || !streamIds.isEmpty();
        }
    }

    /** The method may be null in a call that is refused. */
    ClientCall(HubCode code, FailureTexts texts, HubConnection connection, HubMethodModel method, Request request,
            ConnectionCaller caller, FilteredCall filtered) {
        this.code = code;
        this.texts = texts;
        this.connection = connection;
        this.method = method;
        this.request = request;
        this.caller = caller;
        this.filtered = filtered;
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
        code.call(() -> begin(result), result);
    }

    /** Binds the arguments, calls the method and answers what it returns; its bean stays until the end. */
    Object begin(CompletableFuture<?> end) throws Exception {
        Object[] arguments = arguments();
        return filtered == null
                ? code.begin(method, arguments, end)
                : filtered.invoke(arguments, changed -> code.begin(method, changed, end));
    }

    private Object[] arguments() {
        Parameters parameters = method.parameters();
        return parameters.arguments(Map.of(HubCaller.class, caller), request.arguments().bind(parameters.wireTypes()), uploads);
    }

    void succeed(Object result) {
        leave();
        if (request.invocationId() != null) {
            try {
                connection.send(Completion.result(request.invocationId(), result));
            } catch (IllegalArgumentException e) {
                LOG.log(Level.ERROR, () -> connection + ": the result of " + request.target() + " cannot be sent", e);
                end(Kind.FAILED, e, texts.thrown(request.target(), e));
                return;
            }
        }
        ended(Kind.SUCCEEDED, null, null);
    }

    /** The stream is over, or nobody wants it any more. */
    void endStream(Kind kind) {
        leave();
        connection.send(new Completion(request.invocationId(), null, null));
        ended(kind, null, null);
    }

    /** The call cannot be done. */
    void refuse(Kind kind, String error) {
        end(kind, null, error);
    }

    /** The method failed, or the stream that it returned, which the text says. */
    void fail(Throwable failure, String text) {
        if (failure instanceof ArgumentBindingException) {
            LOG.log(Level.DEBUG, () -> connection + ": arguments of " + method.name() + " do not fit", failure);
            end(Kind.UNFIT, failure, texts.notBound(request.target(), failure.getMessage()));
        } else {
            end(kindOf(failure), failure, text);
            code.report(connection, caller, method.name(), failure);
        }
    }

    private static Kind kindOf(Throwable failure) {
        if (failure instanceof CancellationException) {
            return Kind.CANCELLED;
        }
        if (failure instanceof ConstraintViolationException) {
            return Kind.INVALID;
        }
        return FailureTexts.isRefusal(failure) ? Kind.UNAUTHORIZED : Kind.FAILED;
    }

    private void end(Kind kind, Throwable failure, String error) {
        leave();
        if (request.invocationId() != null) {
            connection.send(Completion.error(request.invocationId(), error));
        }
        ended(kind, failure, error);
    }

    /** Filters are told on this thread, unless others wait for it: relays bring the news of what streams or is cancelled. */
    private void ended(Kind kind, Throwable failure, String error) {
        if (filtered == null) {
            return;
        }
        Runnable news = filtered.ended(kind, failure, error);
        if (CallScope.isCallOf(caller)) {
            news.run();
        } else if (request.runsBeside() || kind == Kind.CANCELLED) {
            connection.signal(() -> code.runAlsoAtTheEnd(connection, caller, news));
        } else {
            code.runAlsoAtTheEnd(connection, caller, news);
        }
    }

    @Override
    public String toString() {
        return connection + ": " + request.target();
    }
}
