package dev.hubcast.access;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.itest.ObservedHub;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Notes calls of those who are logged in. */
@Hub(name = "session")
@ServerEndpoint("/hubs/session")
@RolesAllowed("**")
public class SessionHub extends ObservedHub {

    @Inject
    SessionNotes notes;

    @Override
    protected String name() {
        return "session";
    }

    /** What is called behind it waits. */
    public CompletionStage<Void> untilTheEnd(HubCaller caller) {
        return caller.aborted();
    }

    public void note(String text) {
        notes.add(text);
    }

    public List<String> noted() {
        return notes.all();
    }
}
