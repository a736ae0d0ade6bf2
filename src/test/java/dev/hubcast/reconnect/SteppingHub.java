package dev.hubcast.reconnect;

import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubMethod;
import dev.hubcast.itest.ObservedHub;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what comes, and answers each call with a message beside its completion. */
public abstract class SteppingHub extends ObservedHub {

    private final Map<String, List<Integer>> steps = new ConcurrentHashMap<>();
    private final Map<String, Integer> openings = new ConcurrentHashMap<>();

    abstract HubContext<?> hub();

    @Override
    protected void opening(HubCaller caller) {
        openings.merge(caller.connectionId(), 1, Integer::sum);
    }

    @HubMethod
    public int step(HubCaller caller, int number, int bytes, String padding) {
        steps.computeIfAbsent(caller.connectionId(), id -> new CopyOnWriteArrayList<>()).add(number);
        caller.client().send("stepped", number, "x".repeat(bytes));
        return number;
    }

    @HubMethod
    public List<Integer> steps(HubCaller caller) {
        return steps.getOrDefault(caller.connectionId(), List.of());
    }

    @HubMethod
    public void tell(String connectionId, String what) {
        hub().clients().client(connectionId).send("told", what);
    }

    @HubMethod
    public void pour(HubCaller caller, int messages, int bytes) {
        for (int i = 1; i <= messages; i++) {
            caller.client().send("poured", i, "x".repeat(bytes));
        }
    }

    @HubMethod
    public int openings(String connectionId) {
        return openings.getOrDefault(connectionId, 0);
    }

    @HubMethod
    public void hangUp(HubCaller caller) {
        caller.abort();
    }

    @HubMethod
    public String userName(HubCaller caller) {
        return caller.userName();
    }
}
