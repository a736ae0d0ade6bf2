package dev.hubcast.itest;

import dev.hubcast.HubCaller;
import dev.hubcast.HubMethod;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnOpen;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What a hub under test tells a {@link HubWatch} about itself and its connections. */
public abstract class ObservedHub {

    @Inject
    protected Ends ends;

    @Inject
    protected HubRegistry registry;

    /** The hub's name. */
    protected abstract String name();

    /** For a hub that does more in its {@code @OnOpen}. */
    protected void opening(HubCaller caller) {}

    @OnOpen
    protected void opened(HubCaller caller) {
        registry.remember(caller);
        opening(caller);
    }

    @OnClose
    protected void closed(HubCaller caller, CloseReason reason) {
        ends.add(caller.connectionId(), reason);
    }

    @HubMethod
    public String id(HubCaller caller) {
        return caller.connectionId();
    }

    @HubMethod
    public boolean hasEnded(String connectionId) {
        return !ends.of(connectionId).isEmpty();
    }

    @HubMethod
    public CompletionStage<String> end(String connectionId) {
        return ends.first(connectionId);
    }

    @HubMethod
    public List<String> ends(String connectionId) {
        return ends.of(connectionId);
    }

    @HubMethod
    public HubRegistry.Counts counts() {
        return registry.counts(name());
    }

    @HubMethod
    public int queued(String connectionId) {
        return registry.queued(connectionId);
    }

    @HubMethod
    public boolean pollWaits(String connectionId) {
        return registry.pollWaits(connectionId);
    }
}
