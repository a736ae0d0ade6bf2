package dev.hubcast.filters;

import dev.hubcast.HubCaller;
import dev.hubcast.HubFilter;
import dev.hubcast.HubInvocation;
import dev.hubcast.InvocationOutcome;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;

/** Notes everything, of all hubs. */
@ApplicationScoped
@Priority(10)
public class Journal implements HubFilter {

    @Inject
    Notes notes;

    @Inject
    Callers callers;

    @Inject
    CallNote note;

    @Override
    public Object invoke(HubInvocation call, NextInvocation next) throws Exception {
        note.set("from " + callers.name());
        return next.proceed(call);
    }

    @Override
    public Object connect(HubCaller caller, Next next) throws Exception {
        notes.add(caller.connectionId(), callers.name() + " came");
        return next.proceed();
    }

    @Override
    public Object disconnect(HubCaller caller, CloseReason reason, Next next) throws Exception {
        notes.add(caller.connectionId(), callers.name() + " left");
        return next.proceed();
    }

    @Override
    public void ended(HubInvocation call, InvocationOutcome outcome) {
        notes.add(call.caller().connectionId(), callers.name() + " " + call.target() + " " + outcome.kind());
    }
}
