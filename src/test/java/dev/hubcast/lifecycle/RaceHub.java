package dev.hubcast.lifecycle;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.itest.ObservedHub;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Lets clients join, leave and end in every way, and takes its time where a client wants that. */
@Hub(name = "race")
@ServerEndpoint("/hubs/race")
public class RaceHub extends ObservedHub {

    @Inject
    HubContext<RaceHub> hub;

    @Inject
    Tally tally;

    @Override
    protected String name() {
        return "race";
    }

    /** What the client asks for in its query. */
    @Override
    protected void opening(HubCaller caller) {
        tally.opened(caller);
        String wish = caller.request().queryParameter("open");
        if ("fail".equals(wish)) {
            throw new IllegalStateException("the safe's number is 42");
        } else if ("abort".equals(wish)) {
            caller.abort();
        } else if ("linger".equals(wish)) {
            lingerThenJoin(caller);
        }
    }

    private void lingerThenJoin(HubCaller caller) {
        caller.aborted().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        hub.groups().add(caller, "late");
    }

    public void join(HubCaller caller, String group) {
        hub.groups().add(caller, group);
    }

    public void joinAs(String connectionId, String group) {
        hub.groups().add(connectionId, group);
    }

    public void leaveAs(String connectionId, String group) {
        hub.groups().remove(connectionId, group);
    }

    public void shout(String group) {
        hub.clients().group(group).send("shout", group);
    }

    public void shoutToAll(int times) {
        for (int i = 0; i < times; i++) {
            hub.clients().all().send("shout", i);
        }
    }

    /** Ends after its caller has, and only then joins. */
    public void linger(HubCaller caller, String event) {
        tally.add(event + " begun");
        caller.client().send("begun");
        lingerThenJoin(caller);
        tally.add(event + (ends.of(caller.connectionId()).isEmpty() ? " done before @OnClose" : " done after @OnClose"));
    }

    public void note(String event) {
        tally.add(event);
    }

    public List<String> noted(String prefix) {
        return tally.events(prefix);
    }

    public CompletionStage<String> idOf(String tag) {
        return tally.caller(tag).thenApply(HubCaller::connectionId);
    }

    public void hangUp(HubCaller caller) {
        caller.abort();
    }

    public void hangUpOn(String tag) {
        tally.caller(tag).join().abort();
    }
}
