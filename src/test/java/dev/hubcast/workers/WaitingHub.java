package dev.hubcast.workers;

import dev.hubcast.HubCaller;
import dev.hubcast.HubMethod;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Blocks workers, for a while or for ever, and notes what it is told. */
public abstract class WaitingHub {

    @Inject
    Gates gates;

    @HubMethod
    public void block(HubCaller caller, String gate) {
        caller.client().send("begun");
        gates.gate(gate).join();
    }

    @HubMethod
    public void blockForEver(HubCaller caller) {
        caller.client().send("begun");
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                continue; // somebody wants this to end
            }
        }
    }

    @HubMethod
    public CompletionStage<Void> pending(String gate) {
        return gates.gate(gate);
    }

    @HubMethod
    public void note(String text) {
        gates.note(text);
    }

    @HubMethod
    public List<String> notes(String prefix) {
        return gates.notes(prefix);
    }
}
