package dev.hubcast.transports;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.itest.ObservedHub;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lets one client have something sent to another, and notes what each says. */
@Hub(name = "transports")
@ServerEndpoint("/hubs/transports")
public class TransportsHub extends ObservedHub {

    @Inject
    HubContext<TransportsHub> hub;

    private final Map<String, List<String>> notes = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> gates = new ConcurrentHashMap<>();

    @Override
    protected String name() {
        return "transports";
    }

    public void tell(String connectionId, Object what) {
        hub.clients().client(connectionId).send("told", what);
    }

    public String transport(HubCaller caller) {
        return caller.transport().name();
    }

    public void note(HubCaller caller, String what) {
        notes.computeIfAbsent(caller.connectionId(), id -> new CopyOnWriteArrayList<>()).add(what);
    }

    public List<String> notes(String connectionId) {
        return notes.getOrDefault(connectionId, List.of());
    }

    public int noteCount(String connectionId) {
        return notes(connectionId).size();
    }

    /** Keeps the caller's next calls waiting, and no thread. */
    public CompletionStage<Void> waitAt(String gate) {
        return gate(gate);
    }

    public void open(String gate) {
        gate(gate).complete(null);
    }

    private CompletableFuture<Void> gate(String name) {
        return gates.computeIfAbsent(name, key -> new CompletableFuture<>());
    }

    public void hangUp(HubCaller caller) {
        caller.abort();
    }
}
