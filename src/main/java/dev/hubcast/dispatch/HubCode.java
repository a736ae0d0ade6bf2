package dev.hubcast.dispatch;

import dev.hubcast.ClientGoneException;
import dev.hubcast.HubCaller;
import dev.hubcast.connection.HubConnection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a hub's methods, each in its connection's context and on its bean, and tells of their failures. */
final class HubCode {

    private static final Logger LOG = System.getLogger(HubDispatcher.class.getName());
    private static final Object[] NOTHING = {};

    private final HubModel model;
    private final HubInstances instances;
    private final CallScope scope;
    private final boolean runsBeside;

    /** Code of one connection may run on several threads beside each other, or not. */
    HubCode(HubModel model, HubInstances instances, CallScope scope, boolean runsBeside) {
        this.model = model;
        this.instances = instances;
        this.scope = scope;
        this.runsBeside = runsBeside;
    }

    /** Runs work in the connection's context; it must not throw. Throws if the server no longer gives it, and then nothing was run. */
    void run(HubConnection connection, HubCaller caller, Runnable work) {
        scope.run(connection, caller, runsBeside, work);
    }

    /** Runs work in the connection's context, or, where the server no longer gives it, without the identity of the caller. */
    void runAlsoAtTheEnd(HubConnection connection, HubCaller caller, Runnable work) {
        AtomicBoolean begun = new AtomicBoolean();
        Runnable noted = () -> {
            begun.set(true);
            work.run();
        };
        try {
            run(connection, caller, noted);
        } catch (RuntimeException e) {
            if (begun.get()) {
                LOG.log(Level.ERROR, () -> connection + ": the server did not take the caller's context back", e);
            } else { // Payara: the module is disabled already, so the caller's context is gone
                LOG.log(Level.DEBUG, () -> connection + ": runs without the caller's context", e);
                scope.runInRequestContext(caller, noted);
            }
        }
    }

    /** Runs work in the connection's context; whatever goes wrong fails the result. */
    void run(HubConnection connection, HubCaller caller, CompletableFuture<?> result, Runnable work) {
        try {
            run(connection, caller, () -> {
                try {
                    work.run();
                } catch (RuntimeException | Error e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    /** Calls hub code; the result completes with its value, or with what its stage completes with, which is cancelled with it. */
    void call(Callable<?> work, CompletableFuture<Object> result) {
        try {
            Object value = work.call();
            if (value instanceof CompletionStage<?> stage) {
                stage.whenComplete((later, failure) -> complete(result, later, failure));
                result.whenComplete((later, failure) -> cancelIfCancelled(stage, result));
            } else {
                result.complete(value);
            }
        } catch (Throwable e) { // an Error of the application is the caller's failure too, not the worker's end
            result.completeExceptionally(e);
        }
    }

    /** Calls a life-cycle method, if the hub has it, and answers what it returns; its bean is released at the end. */
    Object begin(HubMethodModel method, Map<Class<?>, ?> provided, CompletableFuture<?> end) throws Exception {
        return method == null ? null : begin(method, method.parameters().arguments(provided, NOTHING, List.of()), end);
    }

    /** Calls a hub method with all its arguments and answers what it returns; its bean is released at the end. */
    Object begin(HubMethodModel method, Object[] arguments, CompletableFuture<?> end) throws Exception {
        HubInstances.Lease lease = instances.lease();
        try {
            return method.invoke(lease, arguments);
        } finally {
            end.whenComplete((value, failure) -> lease.close());
        }
    }

    private static void complete(CompletableFuture<Object> result, Object value, Throwable failure) {
        if (failure == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(failure);
        }
    }

    private static void cancelIfCancelled(CompletionStage<?> stage, CompletableFuture<?> result) {
        if (result.isCancelled()) {
            stage.toCompletableFuture().cancel(true);
        }
    }

    /** Tells the log and the hub's {@code @OnError} of a failure that the client reads only in general words. */
    void report(HubConnection connection, HubCaller caller, String method, Throwable failure) {
        if (FailureTexts.isForCaller(failure) || failure instanceof CancellationException || failure instanceof ClientGoneException) {
            LOG.log(Level.DEBUG, () -> connection + ": " + method + " failed", failure);
            return;
        }
        LOG.log(Level.ERROR, () -> connection + ": " + method + " failed", failure);
        if (model.onError() == null) {
            return;
        }
        CompletableFuture<Object> done = new CompletableFuture<>();
        run(connection, caller, done,
                () -> call(() -> begin(model.onError(), Map.of(HubCaller.class, caller, Throwable.class, failure), done), done));
        done.whenComplete((result, second) -> {
            if (second != null) {
                LOG.log(Level.ERROR, () -> connection + ": @OnError failed", second);
            }
        });
    }
}
