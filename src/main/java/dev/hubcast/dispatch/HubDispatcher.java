package dev.hubcast.dispatch;

import dev.hubcast.HubCaller;
import dev.hubcast.InvocationOutcome.Kind;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.connection.HubHandler;
import dev.hubcast.connection.HubOptions;
import dev.hubcast.connection.Turn;
import dev.hubcast.dispatch.ClientCall.Request;
import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.HubMessage.StreamInvocation;
import jakarta.websocket.CloseReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Runs a hub's code for its connections: life-cycle methods, and calls with their access rules, arguments and answers. */
public final class HubDispatcher implements HubHandler {

    private static final Logger LOG = System.getLogger(HubDispatcher.class.getName());

    private final HubModel model;
    private final HubCode code;
    private final HubFilters filters;
    private final HubSender<?> sender;
    private final EntryRules rules;
    private final FailureTexts texts;

    /**
     * A dispatcher.
     *
     * @param model what the hub offers
     * @param instances the hub
     * @param filters what is around its code
     * @param sender how callers send
     * @param rules what the application says of connections that come in
     * @param scope the context of a call
     * @param options how many calls of a client run at a time, and what clients read of failures
     */
    public HubDispatcher(HubModel model, HubInstances instances, HubFilters filters, HubSender<?> sender, EntryRules rules,
            CallScope scope, HubOptions options) {
        this.model = model;
        this.code = new HubCode(model, instances, scope, model.runsBeside() || options.maximumParallelInvocationsPerClient() > 1);
        this.filters = filters;
        this.sender = sender;
        this.rules = rules;
        this.texts = new FailureTexts(options.detailedErrors());
    }

    @Override
    public Entry enter(HubConnection connection) {
        CompletableFuture<Entry> answer = new CompletableFuture<>();
        code.run(connection, caller(connection, Turn.NONE),
                () -> answer.completeAsync(() -> rules.entry(connection, model), Runnable::run));
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException told ? told : e;
        }
    }

    @Override
    public CompletionStage<OpenOutcome> opened(HubConnection connection) {
        if (model.onOpen() == null && filters.isEmpty()) {
            return CompletableFuture.completedStage(OpenOutcome.SUCCEEDED);
        }
        CompletableFuture<Object> done = new CompletableFuture<>();
        HubCaller caller = caller(connection, () -> requireOpened(done));
        code.run(connection, caller, done, () -> code.call(() -> filters.connect(
                caller, () -> code.begin(model.onOpen(), Map.of(HubCaller.class, caller), done)), done));
        return done.handle((result, failure) -> {
            if (failure == null) {
                return OpenOutcome.SUCCEEDED;
            }
            Throwable cause = FailureTexts.unwrap(failure);
            code.report(connection, caller, name(model.onOpen(), "a filter of connects"), cause);
            return OpenOutcome.failed(texts.detail(cause));
        });
    }

    private static void requireOpened(CompletableFuture<?> done) {
        if (!done.isDone()) {
            throw new IllegalStateException("Within @OnOpen no client can be asked for a result, because nothing that the caller sends is"
                    + " read before that is done. Ask in a hub method.");
        }
    }

    @Override
    public CompletionStage<?> received(HubConnection connection, HubMessage message, Turn turn) {
        if (message instanceof Invocation call) {
            return begin(connection, turn,
                    new Request(call.invocationId(), call.target(), call.arguments(), call.streamIds(), false));
        }
        if (message instanceof StreamInvocation call) {
            return begin(connection, turn,
                    new Request(call.invocationId(), call.target(), call.arguments(), call.streamIds(), true));
        }
        LOG.log(Level.DEBUG, "{0}: skipped a {1} that nobody waits for", connection, message.getClass().getSimpleName());
        return null;
    }

    private CompletionStage<?> begin(HubConnection connection, Turn turn, Request request) {
        HubMethodModel method = model.method(request.target());
        Refusal refusal = refusal(connection, request, method);
        if (refusal != null) {
            call(connection, method, request, Turn.NONE).refuse(refusal.kind(), refusal.text());
            return null;
        }
        if (!method.runsBeside()) {
            return new SingleAnswer(call(connection, method, request, turn)).give();
        }
        CompletableFuture<Void> begun = new CompletableFuture<>();
        return new StreamingCall(call(connection, method, request, () -> begun.complete(null)), begun).begin();
    }

    private ClientCall call(HubConnection connection, HubMethodModel method, Request request, Turn turn) {
        ConnectionCaller caller = caller(connection, turn);
        return new ClientCall(code, texts, connection, method, request, caller,
                filters.isEmpty() ? null : new FilteredCall(filters, caller, model.name(), method, request));
    }

    private record Refusal(Kind kind, String text) {}

    private Refusal refusal(HubConnection connection, Request request, HubMethodModel method) {
        String target = request.target();
        if (method == null) {
            LOG.log(Level.DEBUG, "{0}: unknown method", connection);
            return new Refusal(Kind.UNKNOWN_METHOD, texts.unknownMethod(target));
        }
        if (!method.access().admits(connection.identity())) {
            LOG.log(Level.INFO, "{0}: method {1} refused to {2}", connection, method.name(), connection.identity().name());
            return new Refusal(Kind.UNAUTHORIZED, texts.unauthorized(target));
        }
        if (method.isStreaming() != request.streaming()) {
            return new Refusal(Kind.UNFIT, method.isStreaming() ? texts.streaming(target) : texts.notStreaming(target));
        }
        int sent = request.streamIds().size();
        int expected = method.parameters().uploadTypes().size();
        return sent == expected ? null : new Refusal(Kind.UNFIT, texts.streamCount(target, sent, expected));
    }

    @Override
    public void closed(HubConnection connection, CloseReason reason) {
        if (model.onClose() == null && filters.isEmpty()) {
            return;
        }
        HubCaller caller = caller(connection, Turn.NONE);
        CompletableFuture<Object> done = new CompletableFuture<>();
        Map<Class<?>, ?> provided = Map.of(HubCaller.class, caller, CloseReason.class, reason);
        code.runAlsoAtTheEnd(connection, caller, () -> code.call(
                () -> filters.disconnect(caller, reason, () -> code.begin(model.onClose(), provided, done)), done));
        done.whenComplete((result, failure) -> {
            if (failure != null) {
                code.report(connection, caller, name(model.onClose(), "a filter of disconnects"), FailureTexts.unwrap(failure));
            }
        });
    }

    /**
     * Runs code of the application's as a method of the hub is run for a connection.
     *
     * @param connection the connection, of which no call runs meanwhile
     * @param work the code; it must not throw
     */
    public void runFor(HubConnection connection, Consumer<HubCaller> work) {
        HubCaller caller = caller(connection, Turn.NONE);
        code.runAlsoAtTheEnd(connection, caller, () -> work.accept(caller));
    }

    private static String name(HubMethodModel method, String otherwise) {
        return method == null ? otherwise : method.name();
    }

    private ConnectionCaller caller(HubConnection connection, Turn turn) {
        return new ConnectionCaller(connection, sender, turn);
    }
}
