package dev.hubcast.peers;

import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubMethod;
import dev.hubcast.itest.ObservedHub;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** A broadcast that is light for most and heavy for some. */
public abstract class PeersHub extends ObservedHub {

    private static final String HEAVY = "heavy";

    @Inject
    Processor processor;

    abstract HubContext<?> hub();

    @HubMethod
    public String joinHeavy(HubCaller caller) {
        hub().groups().add(caller, HEAVY);
        return caller.connectionId();
    }

    @HubMethod
    public void tick(int number, int bytes) {
        hub().clients().group(HEAVY).send("heavy", number, "x".repeat(bytes));
        hub().clients().all().send("tick", number);
    }

    @HubMethod
    public void hangUp(HubCaller caller) {
        caller.abort();
    }

    @HubMethod
    public CompletionStage<String> busiestThread(int millis) {
        return processor.busiestThread(millis);
    }
}
