package dev.hubcast.connection;

import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Completion;
import dev.hubcast.protocol.HubMessage.Invocation;
import jakarta.websocket.CloseReason;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** Hub code that notes what it is called for, and answers each call with its target's name unless the test has said what it does. */
final class FakeHubCode implements HubHandler {

    private final List<String> noted = new CopyOnWriteArrayList<>();
    private final Map<String, Function<HubConnection, CompletionStage<?>>> methods = new ConcurrentHashMap<>();
    private volatile Supplier<Entry> entry = () -> Entry.ofUser(null);
    private volatile Function<HubConnection, CompletionStage<OpenOutcome>> onOpen =
            connection -> CompletableFuture.completedStage(OpenOutcome.SUCCEEDED);

    FakeHubCode user(Supplier<String> identifier) {
        entry = () -> Entry.ofUser(identifier.get());
        return this;
    }

    /** As whom connections come in from now on. */
    FakeHubCode entry(Entry whoever) {
        entry = () -> whoever;
        return this;
    }

    FakeHubCode onOpen(Function<HubConnection, CompletionStage<OpenOutcome>> code) {
        onOpen = code;
        return this;
    }

    /** What a method does before it is answered; a stage holds up the answer. */
    FakeHubCode method(String target, Function<HubConnection, CompletionStage<?>> code) {
        methods.put(target, code);
        return this;
    }

    /** In their order: "opened", the targets of calls, and the close code and phrase of each end. */
    List<String> noted() {
        return noted;
    }

    @Override
    public Entry enter(HubConnection connection) {
        return entry.get();
    }

    @Override
    public CompletionStage<OpenOutcome> opened(HubConnection connection) {
        noted.add("opened");
        return onOpen.apply(connection);
    }

    @Override
    public CompletionStage<?> received(HubConnection connection, HubMessage message, Turn turn) {
        Invocation call = (Invocation) message;
        noted.add(call.target());
        CompletionStage<?> stage = methods.getOrDefault(call.target(), any -> null).apply(connection);
        if (stage == null) {
            answer(connection, call);
            return null;
        }
        return stage.thenRun(() -> answer(connection, call));
    }

    private static void answer(HubConnection connection, Invocation call) {
        if (call.invocationId() != null) {
            connection.send(Completion.result(call.invocationId(), call.target()));
        }
    }

    @Override
    public void closed(HubConnection connection, CloseReason reason) {
        noted.add("closed " + reason.getCloseCode().getCode() + " " + reason.getReasonPhrase());
    }
}
