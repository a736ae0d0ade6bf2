package dev.hubcast.calls;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubMethod;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Methods that may be called, and many that may not. */
@Hub(name = "calls")
@ServerEndpoint("/hubs/calls")
public class CallsHub extends FailingMethods implements UnaryOperator<String> {

    /** Who hears of the ends of others; those of earlier tests would come between what the rest hears. */
    private static final String WATCHERS = "watchers";

    @Inject
    HubContext<CallsHub> hub;

    @Inject
    Gates gates;

    @PostConstruct
    public void made() {
        // nobody calls it from outside: that is the point
    }

    @OnOpen
    public void opened(HubCaller caller) {
        caller.items().put("numbers", new CopyOnWriteArrayList<Integer>());
    }

    @OnClose
    public void closed(HubCaller caller) {
        hub.clients().group(WATCHERS).send("closed", caller.connectionId());
    }

    @OnError
    public void failed(HubCaller caller, Throwable failure) {
        caller.client().send("failed", failure.getClass().getSimpleName(), failure.getMessage());
    }

    public String echo(String text) {
        return text;
    }

    public CompletionStage<Void> watch(HubCaller caller) {
        return hub.groups().add(caller, WATCHERS);
    }

    public String connectionId(HubCaller caller) {
        return caller.connectionId();
    }

    @HubMethod("renamed")
    public String original() {
        return "renamed";
    }

    @SuppressWarnings("unchecked")
    public List<Integer> append(HubCaller caller, int number, String padding) {
        List<Integer> numbers = (List<Integer>) caller.items().get("numbers");
        numbers.add(number);
        return List.of(number, numbers.size());
    }

    public void put(HubCaller caller, String name, String value) {
        caller.items().put(name, value);
    }

    public Object get(HubCaller caller, String name) {
        return caller.items().get(name);
    }

    public void abort(HubCaller caller) {
        caller.aborted().thenRun(() -> hub.clients().group(WATCHERS).send("aborted", caller.connectionId()));
        caller.abort();
    }

    public void tellWhenAborted(HubCaller caller) {
        caller.aborted().thenRun(() -> hub.clients().group(WATCHERS).send("aborted", caller.connectionId()));
    }

    /** Pending until the gate is opened. */
    public CompletionStage<String> pending(String gate) {
        return gates.of(gate).thenApply(nothing -> "after " + gate);
    }

    /** Blocks its thread until the gate is opened. */
    public String blocking(String gate) {
        gates.of(gate).join();
        return "after " + gate;
    }

    /** Waits for the end of its own connection. */
    public void untilAborted(HubCaller caller) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        caller.aborted().thenRun(() -> over.complete(null));
        over.join();
        hub.clients().group(WATCHERS).send("aborted", caller.connectionId());
    }

    public void open(String gate) {
        gates.of(gate).complete(null);
    }

    /** There is a bridge method of the same name, which is no overload. */
    @Override
    public String apply(String text) {
        return "applied to " + text;
    }

    @Override
    public String toString() {
        return "trespassed " + gates.trespass();
    }

    public static String shared() {
        return "static";
    }

    String packagePrivate() {
        return "trespassed " + gates.trespass();
    }

    protected String guarded() {
        return "trespassed " + gates.trespass();
    }

    private String secret() {
        return "trespassed " + gates.trespass();
    }

    public int trespasses() {
        return gates.trespasses();
    }
}
