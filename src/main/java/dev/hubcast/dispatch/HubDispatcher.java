package dev.hubcast.dispatch;

import dev.hubcast.HubCaller;
import dev.hubcast.UserIdentifierProvider;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.connection.HubHandler;
import dev.hubcast.protocol.ArgumentBindingException;
import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Completion;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.HubMessage.StreamInvocation;
import jakarta.websocket.CloseReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Runs a hub's code for its connections: life-cycle methods, and calls with their access rules, arguments and answers. */
public final class HubDispatcher implements HubHandler {

    private static final Logger LOG = System.getLogger(HubDispatcher.class.getName());
    private static final Object[] NOTHING = {};

    private final HubModel model;
    private final HubInstances instances;
    private final HubSender<?> sender;
    private final UserIdentifierProvider users;
    private final CallScope scope;
    private final FailureTexts texts;

    /**
     * A dispatcher.
     *
     * @param model what the hub offers
     * @param instances the hub
     * @param sender how callers send
     * @param users names connections' users
     * @param scope the context of a call
     * @param detailedErrors whether clients read the messages of ordinary exceptions
     */
    public HubDispatcher(HubModel model, HubInstances instances, HubSender<?> sender, UserIdentifierProvider users, CallScope scope,
            boolean detailedErrors) {
        this.model = model;
        this.instances = instances;
        this.sender = sender;
        this.users = users;
        this.scope = scope;
        this.texts = new FailureTexts(detailedErrors);
    }

    @Override
    public String userIdentifierOf(HubConnection connection) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        scope.run(connection, caller(connection), () -> answer.completeAsync(
                () -> users.userIdentifier(connection.identity().principal(), connection.request()), Runnable::run));
        return answer.join();
    }

    @Override
    public CompletionStage<OpenOutcome> opened(HubConnection connection) {
        if (model.onOpen() == null) {
            return CompletableFuture.completedStage(OpenOutcome.SUCCEEDED);
        }
        HubCaller caller = caller(connection);
        CompletableFuture<Object> done = new CompletableFuture<>();
        run(connection, caller, done, () -> call(model.onOpen(), Map.of(HubCaller.class, caller), NOTHING, done));
        return done.handle((result, failure) -> {
            if (failure == null) {
                return OpenOutcome.SUCCEEDED;
            }
            Throwable cause = FailureTexts.unwrap(failure);
            report(connection, caller, model.onOpen(), cause);
            return OpenOutcome.failed(texts.detail(cause));
        });
    }

    @Override
    public CompletionStage<?> received(HubConnection connection, HubMessage message) {
        if (message instanceof Invocation call) {
            return invoke(connection, call);
        }
        if (message instanceof StreamInvocation call) {
            answer(connection, call.invocationId(), model.method(call.target()) == null
                    ? texts.unknownMethod(call.target())
                    : texts.notStreaming(call.target()));
        } else {
            LOG.log(Level.DEBUG, "{0}: skipped a {1} that nobody waits for", connection, message.getClass().getSimpleName());
        }
        return null;
    }

    private CompletionStage<?> invoke(HubConnection connection, Invocation call) {
        HubMethodModel method = model.method(call.target());
        String refusal = refusal(connection, call, method);
        if (refusal != null) {
            answer(connection, call.invocationId(), refusal);
            return null;
        }
        HubCaller caller = caller(connection);
        CompletableFuture<Object> result = new CompletableFuture<>();
        // A result is written within the call's scope, for the application's own JSON mapping; a failure is dealt with behind it.
        CompletionStage<Void> answered = result.thenAccept(value -> answerResult(connection, call, value));
        run(connection, caller, result, () -> {
            Object[] arguments = call.arguments().bind(method.parameters().wireTypes());
            call(method, Map.of(HubCaller.class, caller), arguments, result);
        });
        return answered.exceptionally(failure -> answerFailure(connection, caller, call, method, FailureTexts.unwrap(failure)));
    }

    private String refusal(HubConnection connection, Invocation call, HubMethodModel method) {
        if (method == null) {
            LOG.log(Level.DEBUG, "{0}: unknown method", connection);
            return texts.unknownMethod(call.target());
        }
        if (!method.access().admits(connection.identity())) {
            LOG.log(Level.INFO, "{0}: method {1} refused to {2}", connection, method.name(), connection.identity().name());
            return texts.unauthorized(call.target());
        }
        return call.streamIds().isEmpty() ? null : texts.streamCount(call.target(), call.streamIds().size());
    }

    @Override
    public void closed(HubConnection connection, CloseReason reason) {
        if (model.onClose() == null) {
            return;
        }
        HubCaller caller = caller(connection);
        CompletableFuture<Object> done = new CompletableFuture<>();
        runAlsoAtTheEnd(connection, caller,
                () -> call(model.onClose(), Map.of(HubCaller.class, caller, CloseReason.class, reason), NOTHING, done));
        done.whenComplete((result, failure) -> {
            if (failure != null) {
                report(connection, caller, model.onClose(), FailureTexts.unwrap(failure));
            }
        });
    }

    /**
     * Runs code of the application's as a method of the hub is run for a connection.
     *
     * @param connection the connection, of which no call runs meanwhile
     * @param code the code; it must not throw
     */
    public void runFor(HubConnection connection, Consumer<HubCaller> code) {
        HubCaller caller = caller(connection);
        runAlsoAtTheEnd(connection, caller, () -> code.accept(caller));
    }

    private void runAlsoAtTheEnd(HubConnection connection, HubCaller caller, Runnable work) {
        AtomicBoolean begun = new AtomicBoolean();
        Runnable noted = () -> {
            begun.set(true);
            work.run();
        };
        try {
            scope.run(connection, caller, noted);
        } catch (RuntimeException e) {
            if (begun.get()) {
                LOG.log(Level.ERROR, () -> connection + ": the server did not take the caller's context back", e);
            } else { // Payara: the module is disabled already, so the caller's context is gone
                LOG.log(Level.DEBUG, () -> connection + ": runs without the caller's context", e);
                scope.runInRequestContext(caller, noted);
            }
        }
    }

    private ConnectionCaller caller(HubConnection connection) {
        return new ConnectionCaller(connection, sender);
    }

    /** Runs work in the connection's context; whatever goes wrong fails the result. */
    private void run(HubConnection connection, HubCaller caller, CompletableFuture<Object> result, Runnable work) {
        try {
            scope.run(connection, caller, () -> {
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

    /** Calls a hub method; the result completes with its value, or with what its stage completes with. */
    private void call(HubMethodModel method, Map<Class<?>, ?> provided, Object[] arguments, CompletableFuture<Object> result) {
        try {
            HubInstances.Lease lease = instances.lease();
            result.whenComplete((value, failure) -> lease.close());
            Object value = method.invoke(lease, provided, arguments);
            if (value instanceof CompletionStage<?> stage) {
                stage.whenComplete((later, failure) -> complete(result, later, failure));
            } else {
                result.complete(value);
            }
        } catch (Throwable e) { // an Error of the application is the caller's failure too, not the worker's end
            result.completeExceptionally(e);
        }
    }

    private static void complete(CompletableFuture<Object> result, Object value, Throwable failure) {
        if (failure == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(failure);
        }
    }

    private void answerResult(HubConnection connection, Invocation call, Object value) {
        if (call.invocationId() == null) {
            return;
        }
        try {
            connection.send(Completion.result(call.invocationId(), value));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.ERROR, () -> connection + ": the result of " + call.target() + " cannot be sent", e);
            answer(connection, call.invocationId(), texts.thrown(call.target(), e));
        }
    }

    private Void answerFailure(HubConnection connection, HubCaller caller, Invocation call, HubMethodModel method, Throwable failure) {
        if (failure instanceof ArgumentBindingException) {
            LOG.log(Level.DEBUG, () -> connection + ": arguments of " + method.name() + " do not fit", failure);
            answer(connection, call.invocationId(), texts.notBound(call.target(), failure.getMessage()));
        } else {
            answer(connection, call.invocationId(), texts.thrown(call.target(), failure));
            report(connection, caller, method, failure);
        }
        return null;
    }

    private static void answer(HubConnection connection, String invocationId, String error) {
        if (invocationId != null) {
            connection.send(Completion.error(invocationId, error));
        }
    }

    /** Tells the log and the hub's {@code @OnError} of a failure that the client reads only in general words. */
    private void report(HubConnection connection, HubCaller caller, HubMethodModel method, Throwable failure) {
        if (FailureTexts.isForCaller(failure)) {
            LOG.log(Level.DEBUG, () -> connection + ": " + method.name() + " failed", failure);
            return;
        }
        LOG.log(Level.ERROR, () -> connection + ": " + method.name() + " failed", failure);
        if (model.onError() == null) {
            return;
        }
        CompletableFuture<Object> done = new CompletableFuture<>();
        run(connection, caller, done,
                () -> call(model.onError(), Map.of(HubCaller.class, caller, Throwable.class, failure), NOTHING, done));
        done.whenComplete((result, second) -> {
            if (second != null) {
                LOG.log(Level.ERROR, () -> connection + ": @OnError failed", second);
            }
        });
    }
}
